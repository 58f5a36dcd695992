package uk.opcc.inspectionresponse.casework.comments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.people.Groups;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;
import uk.opcc.inspectionresponse.process.ProcessVariables;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsRecord;
import uk.opcc.inspectionresponse.process.ProcessVariables.CommentsTold;
import uk.opcc.inspectionresponse.process.ProcessVariables.ItemComment;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/**
 * Records that the Chief Constable submitted comments, or that there are none, and how that is known.
 *
 * <p>Section 55(5)(b) asks for the chief officer's comments only where there are any, and section 55(4) lets the body
 * name a date. The Chief Constable's office may say at any time that there are none; the office records that it was
 * told so, or that the date has passed in silence.
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
        switch (ProcessVariables.COMMENTS_NEXT.get(task)) {
            case "submit" -> record(task, true, null);
            case "none" -> record(task, false, none(task));
            case "told" -> {
                refuseFromOutsideTheOffice("records that the PCC's office was told so");
                record(task, false, told(ProcessVariables.COMMENTS_TOLD.get(task)));
            }
            case "move" -> refuseFromOutsideTheOffice("moves the invited date");
            default -> {
                // Somebody goes on later.
            }
        }
    }

    private void record(DelegateTask task, boolean submitted, String because) {
        ProcessVariables.COMMENTS_RECORD.set(
                task, new CommentsRecord(submitted, people.actingOn(task), StatutoryPeriod.today(clock), because));
        ProcessVariables.ITEM_COMMENTS.set(task, submitted ? onItems(task) : List.of());
    }

    private static List<ItemComment> onItems(DelegateTask task) {
        return new CommentsOnItems(ProcessVariables.COMMENTS_ON.find(task).orElse(Map.of()))
                .of(ProcessVariables.RECOMMENDATIONS.find(task).orElse(List.of()));
    }

    private String none(DelegateTask task) {
        Optional<String> theirs =
                people.signedIn().filter(user -> people.isInGroup(user, Groups.CHIEF_CONSTABLES_OFFICE));
        if (theirs.isPresent()) {
            return "There are none: " + people.nameOf(theirs.get()) + ", "
                    + people.nameOfGroup(Groups.CHIEF_CONSTABLES_OFFICE) + ", said so on "
                    + WrittenDate.of(StatutoryPeriod.today(clock)) + ".";
        }
        LocalDate invitedBy = ProcessVariables.COMMENTS_INVITED_BY.get(task);
        if (!StatutoryPeriod.today(clock).isAfter(invitedBy)) {
            throw new InputRefused(
                    "commentsNext",
                    "What next: the Chief Constable is invited to comment by "
                            + WrittenDate.of(invitedBy)
                            + ". Until that day has passed, choose that the PCC's office was told so, and say by"
                            + " whom, when and how.");
        }
        return "None were submitted by " + WrittenDate.of(invitedBy) + ", the invited date.";
    }

    private static String told(CommentsTold told) {
        return "There are none: " + told.by().strip() + " told the office so on " + WrittenDate.of(told.on()) + " ("
                + told.how().strip() + ").";
    }

    private void refuseFromOutsideTheOffice(String what) {
        people.signedIn()
                .filter(user -> !people.isInGroup(user, Groups.POLICY_OFFICERS))
                .ifPresent(user -> {
                    throw new InputRefused(
                            "commentsNext",
                            "What next: a policy officer " + what + ", and " + people.nameOf(user) + " is not one.");
                });
    }
}
