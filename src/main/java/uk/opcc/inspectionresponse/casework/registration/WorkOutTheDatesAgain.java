package uk.opcc.inspectionresponse.casework.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.casework.findings.DeadlinesOfMovedReport;
import uk.opcc.inspectionresponse.process.AsApplication;
import uk.opcc.inspectionresponse.process.PeriodOfInspection;
import uk.opcc.inspectionresponse.process.ProcessVariable;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.MovedDate;
import uk.opcc.inspectionresponse.process.ProcessVariables.OtherDuty;
import uk.opcc.inspectionresponse.publishing.archive.ApprovedResponses;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;

/**
 * Works out all dates of a running inspection from the right day of publication, where the one that was recorded is
 * wrong: section 55(5A) counts from the day on which the report is published, whatever anybody wrote down.
 */
@Component("workOutTheDatesAgain")
public class WorkOutTheDatesAgain implements JavaDelegate {

    private static final List<ProcessVariable<Date>> DUE = List.of(
            ProcessVariables.FINDINGS_DUE,
            ProcessVariables.COMMENTS_DUE,
            ProcessVariables.DRAFT_DUE,
            ProcessVariables.APPROVAL_DUE,
            ProcessVariables.DISTRIBUTION_DUE,
            ProcessVariables.ESCALATION_DUE);

    private final RuntimeService runtime;
    private final HistoryService history;
    private final OpenWork openWork;
    private final ApprovedResponses approved;
    private final RegisteredReports reports;
    private final WorkingDays workingDays;
    private final AsApplication application;
    private final Clock clock;

    WorkOutTheDatesAgain(
            RuntimeService runtime,
            HistoryService history,
            OpenWork openWork,
            ApprovedResponses approved,
            RegisteredReports reports,
            WorkingDays workingDays,
            AsApplication application,
            Clock clock) {
        this.runtime = runtime;
        this.history = history;
        this.openWork = openWork;
        this.approved = approved;
        this.reports = reports;
        this.workingDays = workingDays;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        again(execution.getProcessInstanceId(), true);
    }

    /**
     * Does so in an inspection whose diagram has no step for it, as those of earlier releases: an escalation that came
     * too early stays there.
     *
     * @param inspection the id of its process, which has the correction among its variables
     */
    public void inEarlierDiagram(String inspection) {
        again(inspection, false);
    }

    private void again(String inspection, boolean canEscalateAgain) {
        application.ask(() -> {
            VariableMap before = runtime.getVariablesTyped(inspection, false);
            MovedDate moved = ProcessVariables.MOVED_DATE.get(before);
            StatutoryPeriod period = CorrectedDates.period(before, moved.to(), PeriodOfInspection.of(before));
            Map<String, Object> after = dates(before, period, began(inspection, moved));
            after.putAll(CorrectedDates.of(before, moved.to(), workingDays));
            List<MovedDate> all =
                    new ArrayList<>(ProcessVariables.MOVED_DATES.find(before).orElse(List.of()));
            all.add(moved);
            ProcessVariables.MOVED_DATES.put(after, all);
            ProcessVariables.APPROVED_ALREADY.put(after, isApprovedAlready(before));
            boolean isTakenBack = canEscalateAgain && cameTooEarly(inspection, after);
            ProcessVariables.ESCALATE_AGAIN.put(after, isTakenBack);
            if (isTakenBack) {
                ProcessVariables.ESCALATED.put(after, false);
                ProcessVariables.ESCALATION.put(after, null);
                ProcessVariables.TASK_PRIORITY.put(after, WorkOutTheDates.ORDINARY_PRIORITY);
            }
            runtime.setVariables(inspection, after);
            reports.keep(
                    new RegisteredReports.Inspection(inspection, ProcessVariables.REFERENCE.get(before)),
                    ProcessVariables.TITLE.get(before),
                    moved.to());
            setOfEachDuty(inspection);
            setOfEachItem(inspection, new DeadlinesOfMovedReport(moved.from(), moved.to()));
            Map<Map.Entry<String, LocalDate>, LocalDate> moves =
                    openWork.follow(inspection, period.lastLawfulDay(), isTakenBack);
            if (!isTakenBack) {
                setOutstanding(inspection, before, moves);
            }
            return null;
        });
    }

    /** The day on which the work began, from which on days were shared out: no earlier than the report was there. */
    private LocalDate began(String inspection, MovedDate moved) {
        LocalDate registered = LocalDate.ofInstant(
                history.createHistoricProcessInstanceQuery()
                        .processInstanceId(inspection)
                        .singleResult()
                        .getStartTime()
                        .toInstant(),
                StatutoryPeriod.ZONE);
        LocalDate began = registered.isBefore(moved.from()) ? moved.from() : registered;
        return began.isBefore(moved.to()) ? moved.to() : began;
    }

    private Map<String, Object> dates(VariableMap before, StatutoryPeriod period, LocalDate began) {
        StatutoryPeriod wrong = PeriodOfInspection.of(before);
        Optional<LocalDate> invitedBy =
                ProcessVariables.COMMENTS_INVITED_BY.find(before).map(date -> invitedBy(before, date, wrong, period));
        Map<String, Object> after = ProcessVariables.TIMETABLE
                .find(before)
                .map(row -> new Timetable(row, period))
                .map(timetable -> DueDates.all(
                        timetable, invitedBy.orElseGet(() -> timetable.commentsInvitedBy(began)), began, workingDays))
                // One that began under a release that did not keep its row: its dates stand as far from day 1 as
                // before.
                .orElseGet(() -> movedAsTheyAre(before, wrong, period));
        invitedBy.ifPresent(date -> ProcessVariables.COMMENTS_INVITED_BY.put(after, date));
        return after;
    }

    /**
     * The Chief Constable has as many days as before, section 55(4), unless they would be over by that: then the day
     * stays, as far as it lies within the period. Where the comments are there it stays as it was.
     */
    private LocalDate invitedBy(VariableMap before, LocalDate date, StatutoryPeriod wrong, StatutoryPeriod period) {
        if (ProcessVariables.COMMENTS_RECORD.find(before).isPresent()) {
            return date;
        }
        LocalDate today = StatutoryPeriod.today(clock);
        LocalDate same = wrong.sameDayIn(period, date);
        LocalDate invited = same.isBefore(today) && !date.isBefore(today) ? date : same;
        return period.isInTime(invited) || period.lastLawfulDay().isBefore(today) ? invited : period.lastLawfulDay();
    }

    private Map<String, Object> movedAsTheyAre(VariableMap before, StatutoryPeriod wrong, StatutoryPeriod period) {
        Map<String, Object> after = new HashMap<>();
        DUE.forEach(due -> due.find(before)
                .ifPresent(date -> DueDates.put(after, due, wrong.sameDayIn(period, DueDates.dayOf(date)))));
        ProcessVariables.ESCALATION_AT
                .find(before)
                .map(moment -> ZonedDateTime.ofInstant(moment.toInstant(), StatutoryPeriod.ZONE))
                .ifPresent(moment -> ProcessVariables.ESCALATION_AT.put(
                        after,
                        Date.from(wrong.sameDayIn(period, moment.toLocalDate())
                                .atTime(moment.toLocalTime())
                                .atZone(StatutoryPeriod.ZONE)
                                .toInstant())));
        return after;
    }

    private boolean isApprovedAlready(VariableMap before) {
        return ProcessVariables.PUBLISHED_ON.find(before).isEmpty()
                && approved.latestVersion(ProcessVariables.REFERENCE.get(before))
                        .isPresent();
    }

    /** Whether the escalation has been, on a day that was not the right one: the right one is still to come. */
    private boolean cameTooEarly(String inspection, Map<String, Object> after) {
        return after.get(ProcessVariables.ESCALATION_AT.name()) instanceof Date due
                && due.toInstant().isAfter(clock.instant())
                && openWork.escalations(inspection).isEmpty();
    }

    private void setOfEachDuty(String inspection) {
        List<OtherDuty> duties = ProcessVariables.OTHER_DUTIES
                .find(runtime.getVariablesTyped(inspection, List.of(ProcessVariables.OTHER_DUTIES.name()), false))
                .orElse(List.of());
        for (VariableInstance local : local(inspection, ProcessVariables.OTHER_DUTY)) {
            int number = ProcessVariables.OTHER_DUTY
                    .get(runtime.getVariablesLocalTyped(local.getExecutionId(), false))
                    .number();
            duties.stream().filter(duty -> duty.number() == number).findFirst().ifPresent(duty -> {
                Map<String, Object> after = new HashMap<>();
                ProcessVariables.OTHER_DUTY.put(after, duty);
                runtime.setVariablesLocal(local.getExecutionId(), after);
            });
        }
        for (VariableInstance local : local(inspection, ProcessVariables.OTHER_DUTY_DUE)) {
            ProcessVariables.OTHER_DUTY
                    .find(runtime.getVariablesTyped(local.getExecutionId(), false))
                    .ifPresent(duty -> {
                        Map<String, Object> after = new HashMap<>();
                        DueDates.put(after, ProcessVariables.OTHER_DUTY_DUE, duty.by());
                        runtime.setVariablesLocal(local.getExecutionId(), after);
                    });
        }
    }

    /** What the managers read of the outstanding work names the days by which it is due now. */
    private void setOutstanding(
            String inspection, VariableMap before, Map<Map.Entry<String, LocalDate>, LocalDate> moves) {
        ProcessVariables.ESCALATION.find(before).ifPresent(escalation -> {
            Map<String, Object> after = new HashMap<>();
            ProcessVariables.ESCALATION.put(after, escalation.due(moves));
            runtime.setVariables(inspection, after);
        });
    }

    private void setOfEachItem(String inspection, DeadlinesOfMovedReport deadlines) {
        for (VariableInstance local : local(inspection, ProcessVariables.RECOMMENDATION)) {
            VariableMap variables = runtime.getVariablesLocalTyped(local.getExecutionId(), false);
            Map<String, Object> after = new HashMap<>();
            ProcessVariables.RECOMMENDATION.put(after, deadlines.of(ProcessVariables.RECOMMENDATION.get(variables)));
            runtime.setVariablesLocal(local.getExecutionId(), after);
        }
    }

    private List<VariableInstance> local(String inspection, ProcessVariable<?> variable) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(inspection)
                .variableName(variable.name())
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .filter(found -> found.getTaskId() == null)
                .toList();
    }
}
