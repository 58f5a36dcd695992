package uk.opcc.inspectionresponse.publishing.earlier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.opcc.inspectionresponse.publishing.archive.KeptDocument;
import uk.opcc.inspectionresponse.publishing.document.Format;
import uk.opcc.inspectionresponse.publishing.register.ExportFailed;
import uk.opcc.inspectionresponse.publishing.register.ExportedRegister;
import uk.opcc.inspectionresponse.publishing.register.ImportedResponses;

/**
 * Imports what somebody has decided to import, one response in one transaction: whenever it is interrupted, each is in
 * the register with all its files or not at all, and the next step goes on with the next.
 */
@Component
class ImportSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);

    /** A minute apart, as a full disk is emptied by somebody. */
    private static final int MOST_ATTEMPTS = 10;

    private static final String REASON_IN_LOG = "An administrator finds the reason in the log.";

    private final EarlierImports imports;
    private final ImportedResponses imported;
    private final ExportedRegister exported;
    private final TransactionOperations transaction;

    ImportSteps(
            EarlierImports imports,
            ImportedResponses imported,
            ExportedRegister exported,
            TransactionOperations transaction) {
        this.imports = imports;
        this.imported = imported;
        this.exported = exported;
        this.transaction = transaction;
    }

    /**
     * Takes the next step.
     *
     * @return whether another one may follow at once; not after a failure, which time alone may end
     */
    boolean next() {
        Optional<String> id = imports.open()
                .filter(open -> open.state() == EarlierImport.State.IMPORTING)
                .map(EarlierImport::id);
        return id.isPresent() && next(id.get());
    }

    private boolean next(String id) {
        Optional<PlannedResponse> planned = imports.next(id);
        if (planned.isPresent()) {
            return isImportedOrNoted(id, planned.get());
        }
        return end(id);
    }

    private boolean isImportedOrNoted(String id, PlannedResponse planned) {
        try {
            transaction.executeWithoutResult(status -> importNext(id));
            return true;
        } catch (RuntimeException | Error e) {
            // Also where there is too little memory: what is never counted would be tried for ever.
            try {
                noteFailure(id, planned.line());
            } finally {
                LOG.error("Line {} of the import {} could not be imported", planned.line(), id, e);
            }
            return false;
        }
    }

    private void noteFailure(String id, int line) {
        transaction.executeWithoutResult(status -> {
            if (imports.triedInVain(id, line) >= MOST_ATTEMPTS) {
                imports.end(id, line, ReportedLine.Outcome.REFUSED, "It could not be stored. " + REASON_IN_LOG);
            }
        });
    }

    /** Whichever is the next by now: another server may have been faster. */
    private void importNext(String id) {
        if (imports.lock(id)) {
            imports.next(id).ifPresent(planned -> put(id, planned));
        }
    }

    private void put(String id, PlannedResponse planned) {
        String reference = planned.reference();
        if (imported.find(planned.response().title(), planned.response().reportPublishedOn())
                .isPresent()) {
            imports.end(id, planned.line(), ReportedLine.Outcome.THERE, CheckEarlierResponses.THERE);
        } else if (!imported.isFree(reference)) {
            imports.end(
                    id,
                    planned.line(),
                    ReportedLine.Outcome.REFUSED,
                    "Reference: " + reference
                            + " has been given to another response since the check. Send the file again.");
        } else {
            imported.add(reference, planned.response());
            List<String> files = imports.filesOf(id, planned.line());
            for (int number = 1; number <= files.size(); number++) {
                String name = files.get(number - 1);
                Map.Entry<Format, KeptDocument> file = imports.file(id, name);
                imported.addFile(reference, number, name, file.getKey(), file.getValue());
            }
            imports.end(id, planned.line(), ReportedLine.Outcome.IMPORTED, "");
        }
    }

    /** Once for all that was imported: the folder for another web server is written, and the import has ended. */
    private boolean end(String id) {
        try {
            transaction.executeWithoutResult(status -> {
                if (imports.lock(id)) {
                    exported.exportWhatIsMissing();
                    imports.done(id);
                }
            });
        } catch (RuntimeException | Error e) {
            LOG.error("The import {} could not be ended. It is tried again in a minute", id, e);
            transaction.executeWithoutResult(status -> imports.isStopped(id, inWords(e)));
        }
        return false;
    }

    /** Only of a folder that cannot be written is the message for people. */
    private static String inWords(Throwable e) {
        return e instanceof ExportFailed ? e.getMessage() : REASON_IN_LOG;
    }
}
