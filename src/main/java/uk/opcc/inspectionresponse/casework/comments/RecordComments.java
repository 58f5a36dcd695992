package uk.opcc.inspectionresponse.casework.comments;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Records that the Chief Constable submitted comments, or that none were submitted.
 *
 * <p>Section 55(5)(b) asks for the chief officer's comments only where there are any, and section 55(4) lets the body
 * name a date: after it the office may go on without them, and not before.
 */
@Component("recordComments")
class RecordComments implements TaskListener {

    private final Clock clock;
    private final People people;

    RecordComments(Clock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        String next = ProcessVariables.COMMENTS_NEXT.get(task);
        if (next.equals("later")) {
            return;
        }
        if (next.equals("none")) {
            refuseNoneBeforeTheInvitedDateHasPassed(task);
            refuseNoneFromOutsideTheOffice();
        }
        ProcessVariables.COMMENTS_RECORD.set(
                task, new CommentsRecord(next.equals("submit"), people.actingOn(task), StatutoryPeriod.today(clock)));
    }

    private void refuseNoneBeforeTheInvitedDateHasPassed(DelegateTask task) {
        LocalDate invitedBy = ProcessVariables.COMMENTS_INVITED_BY.get(task);
        if (!StatutoryPeriod.today(clock).isAfter(invitedBy)) {
            throw new InputRefused(
                    "commentsNext",
                    "What next: the Chief Constable is invited to comment by "
                            + WrittenDate.of(invitedBy)
                            + ", so that \"none submitted\" can be recorded only after that day.");
        }
    }

    private void refuseNoneFromOutsideTheOffice() {
        people.signedIn()
                .filter(user -> !people.isInGroup(user, Groups.POLICY_OFFICERS))
                .ifPresent(user -> {
                    throw new InputRefused(
                            "commentsNext",
                            "What next: that none were submitted is recorded by a policy officer of the"
                                    + " office, and " + people.nameOf(user) + " is not one.");
                });
    }
}
