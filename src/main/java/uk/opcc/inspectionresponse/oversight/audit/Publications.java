package uk.opcc.inspectionresponse.oversight.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.statutory.SentDate;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** When a response was published, which counts for day 56, and when a correction of it was. */
@Component
class Publications {

    /** As the diagram has it: the act of section 55(5). */
    private static final String PUBLISH_RESPONSE = "publish-response";

    private static final String PUBLISH_CORRECTION = "publish-correction";

    private static final String PUBLISH_CORRECTED_DATE = "publish-corrected-date";

    private static final String PUBLISHED = "published";

    private final HistoryService history;

    Publications(HistoryService history) {
        this.history = history;
    }

    List<AuditEntry> of(HistoricProcessInstance process) {
        Map<String, Object> recorded = recorded(process);
        return Stream.of(
                        done(process, PUBLISH_RESPONSE).flatMap(at -> response(at, recorded).stream()),
                        done(process, PUBLISH_CORRECTION).map(at -> correction(at, recorded)),
                        done(process, PUBLISH_CORRECTED_DATE).map(at -> rightDate(at, recorded)))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Date> done(HistoricProcessInstance process, String step) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .activityId(step)
                .finished()
                .list()
                .stream()
                .filter(found -> !found.isCanceled())
                .map(HistoricActivityInstance::getEndTime);
    }

    private static Optional<AuditEntry> response(Date at, Map<String, Object> recorded) {
        return Optional.ofNullable(recorded.get(ProcessVariables.PUBLISHED_ON.name()))
                .flatMap(day -> SentDate.read(day.toString()))
                .map(on -> AuditEntry.byTheApplication(
                        at,
                        PUBLISHED,
                        "the response",
                        "on " + WrittenDate.of(on) + ", day " + recorded.get(ProcessVariables.PUBLISHED_ON_DAY.name())
                                + " of " + length(recorded) + ", "
                                + (Boolean.TRUE.equals(recorded.get(ProcessVariables.IN_TIME.name()))
                                        ? "in time"
                                        : "late")));
    }

    private static int length(Map<String, Object> recorded) {
        LocalDate published = day(recorded, ProcessVariables.DATE_PUBLISHED);
        LocalDate last = day(recorded, ProcessVariables.LAST_LAWFUL_DAY);
        return published == null
                ? StatutoryPeriod.LENGTH
                : StatutoryPeriod.between(published, last).length();
    }

    private static LocalDate day(Map<String, Object> recorded, ProcessVariable<LocalDate> variable) {
        return SentDate.read(String.valueOf(recorded.get(variable.name()))).orElse(null);
    }

    private static AuditEntry correction(Date at, Map<String, Object> recorded) {
        String day =
                "on " + WrittenDate.of(LocalDate.ofInstant(Instant.ofEpochMilli(at.getTime()), StatutoryPeriod.ZONE));
        return AuditEntry.byTheApplication(
                at,
                PUBLISHED,
                "the correction",
                recorded.get(ProcessVariables.CORRECTED_EDITION.name()) instanceof Integer corrected
                        ? day + ", as version " + (corrected + 1) + " in the public register"
                        : day);
    }

    private static AuditEntry rightDate(Date at, Map<String, Object> recorded) {
        return AuditEntry.byTheApplication(
                at,
                PUBLISHED,
                "the response again",
                Optional.ofNullable(day(recorded, ProcessVariables.RIGHT_DATE))
                        .map(day -> "with the right date of its report, " + WrittenDate.of(day))
                        .orElse(""));
    }

    private Map<String, Object> recorded(HistoricProcessInstance process) {
        Map<String, Object> recorded = new HashMap<>();
        for (HistoricVariableInstance one : history.createHistoricVariableInstanceQuery()
                .processInstanceId(process.getId())
                .variableNameIn(Stream.of(
                                ProcessVariables.DATE_PUBLISHED,
                                ProcessVariables.LAST_LAWFUL_DAY,
                                ProcessVariables.PUBLISHED_ON,
                                ProcessVariables.PUBLISHED_ON_DAY,
                                ProcessVariables.IN_TIME,
                                ProcessVariables.RIGHT_DATE,
                                ProcessVariables.CORRECTED_EDITION)
                        .map(ProcessVariable::name)
                        .toArray(String[]::new))
                .list()) {
            recorded.put(one.getName(), one.getValue());
        }
        return recorded;
    }
}
