package uk.opcc.inspectionresponse.casework.registration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.platform.text.PastedText;
import uk.opcc.inspectionresponse.process.ProcessVariables;

/**
 * Gives an inspection its reference, the business key: date published, title and a running number, such as
 * {@code 2018-07-19-understanding-the-difference-12}.
 *
 * <p>The number comes from a sequence of the database, so that two reports that come out on one day, under one title
 * and are registered at one moment on two servers still have two references. A reference that a client chose itself is
 * kept if no other inspection has it.
 */
@Component("assignReference")
class AssignReference implements ExecutionListener {

    private static final int TITLE_LENGTH = 50;
    private static final Pattern IN_A_LINK = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:()@+-]*");

    /** Files of the public register, beside which each response has its folder. */
    private static final Pattern TAKEN_BY_THE_REGISTER =
            Pattern.compile("(feed\\.atom|index\\.html|register\\.css)", Pattern.CASE_INSENSITIVE);

    private final ReferenceNumbers numbers;
    private final HistoryService history;

    AssignReference(ReferenceNumbers numbers, HistoryService history) {
        this.numbers = numbers;
        this.history = history;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String chosen = execution.getProcessBusinessKey();
        if (chosen == null || chosen.isBlank()) {
            chosen = ProcessVariables.DATE_PUBLISHED.get(execution) + "-"
                    + inReference(ProcessVariables.TITLE.get(execution)) + "-" + numbers.next();
            execution.setProcessBusinessKey(chosen);
        } else if (chosen.length() > 255) {
            throw new InputRefused("businessKey", "The reference must have at most 255 characters: shorten it.");
        } else if (!IN_A_LINK.matcher(chosen).matches()
                || TAKEN_BY_THE_REGISTER.matcher(chosen).matches()) {
            throw new InputRefused(
                    "businessKey",
                    "The reference stands in links: use letters, digits, spaces and . _ - : ( ) @ +"
                            + " only, and a letter or digit at its beginning.");
        } else if (isTaken(chosen, execution.getProcessInstanceId())) {
            throw new InputRefused(
                    "businessKey",
                    "The reference '" + chosen
                            + "' belongs to another inspection: give another one,"
                            + " or none to have it made.");
        }
        ProcessVariables.REFERENCE.set(execution, chosen);
    }

    private boolean isTaken(String reference, String inspection) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .anyMatch(other -> !other.getId().equals(inspection));
    }

    static String inReference(String title) {
        String words = Normalizer.normalize(PastedText.clean(title), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.UK)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (words.length() > TITLE_LENGTH) {
            int end = words.lastIndexOf('-', TITLE_LENGTH);
            words = words.substring(0, end > 0 ? end : TITLE_LENGTH);
        }
        return words.isEmpty() ? "report" : words;
    }
}
