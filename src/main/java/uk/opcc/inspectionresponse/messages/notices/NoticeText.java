package uk.opcc.inspectionresponse.messages.notices;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.messages.notices.OpenTasks.OpenTask;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.StaffSite;
import uk.opcc.inspectionresponse.platform.refusal.Shortened;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;
import uk.opcc.inspectionresponse.statutory.WorkingDays;
import uk.opcc.inspectionresponse.statutory.WrittenDate;

/** The words of the mails. Of a report and its response they have the title and the dates, and nothing else. */
@Component
class NoticeText {

    private static final int LONGEST_TITLE = 150;

    private final Office office;
    private final StaffSite site;
    private final WorkingDays workingDays;
    private final Clock clock;

    NoticeText(Office office, StaffSite site, WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.office = office;
        this.site = site;
        this.clock = clock;
    }

    /** One line. */
    String subject(List<Item> items) {
        if (items.size() > 1) {
            return items.size() + " tasks for you";
        }
        OpenTask task = items.get(0).task();
        String title = task.title().isEmpty() ? "" : ": " + Shortened.to(LONGEST_TITLE, task.title());
        return oneLine(
                switch (items.get(0).notice().kind()) {
                    case ARRIVAL -> "To do: " + task.name() + title;
                    case RETURN -> "No longer claimed: " + task.name() + title;
                    case MOVED -> "Due on another day: " + task.name() + title;
                    case REMINDER -> "Due soon: " + task.name() + title;
                    case ESCALATION -> (task.period() == null ? "Escalated" : "Escalated, not published yet") + title;
                });
    }

    /** Plain text. */
    String body(List<Item> items) {
        StringBuilder body = new StringBuilder();
        for (Kind kind : List.of(Kind.ESCALATION, Kind.REMINDER, Kind.MOVED, Kind.RETURN, Kind.ARRIVAL)) {
            List<Item> told =
                    items.stream().filter(item -> item.notice().kind() == kind).toList();
            if (!told.isEmpty()) {
                body.append(heading(kind, told.size())).append("\n\n");
                told.forEach(item -> body.append(paragraph(item)).append('\n'));
            }
        }
        return body.append(office.name())
                .append("\n\nTo get one email a day, or none: ")
                .append(site.notices())
                .append('\n')
                .toString();
    }

    private static String heading(Kind kind, int number) {
        boolean one = number == 1;
        return switch (kind) {
            case ARRIVAL -> one ? "You have a new task:" : number + " new tasks:";
            case RETURN ->
                one
                        ? "The person who had claimed this task can no longer do it, so somebody else must:"
                        : "The people who had claimed these tasks can no longer do them, so somebody else must:";
            case MOVED ->
                one ? "This task is now due on another day:" : "These " + number + " tasks are now due on other days:";
            case REMINDER -> one ? "A task is due soon:" : number + " tasks are due soon:";
            case ESCALATION ->
                one
                        ? "The day of escalation has come, and work on a report is outstanding:"
                        : "The day of escalation has come, and work on " + number + " reports is outstanding:";
        };
    }

    private String paragraph(Item item) {
        OpenTask task = item.task();
        StringBuilder text = new StringBuilder(oneLine(task.name()));
        if (task.item() != null) {
            text.append(" (").append(oneLine(task.item())).append(')');
        }
        text.append('\n');
        if (!task.title().isEmpty()) {
            text.append(oneLine(task.title())).append('\n');
        }
        text.append("Reference: ").append(oneLine(task.reference())).append('\n');
        if (task.due() != null) {
            text.append("Due: ").append(WrittenDate.withWeekday(task.due())).append('\n');
        }
        if (task.period() != null) {
            text.append("Last day for publishing the response: ")
                    .append(workingDays.written(
                            task.period().lastLawfulDay(), task.period().published()))
                    .append('\n')
                    .append(item.notice().kind() == Kind.ESCALATION ? today(task.period()) : "");
        }
        if (!task.with().isEmpty()) {
            text.append("Claimed by: ").append(oneLine(task.with())).append('\n');
        }
        return text.append(site.task(item.notice().firstTask())).append('\n').toString();
    }

    private String today(StatutoryPeriod period) {
        return "Today is day " + period.dayOf(StatutoryPeriod.today(clock)) + " of " + period.length() + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** A notice, and the task that it tells of. */
    record Item(Notice notice, OpenTask task) {}
}
