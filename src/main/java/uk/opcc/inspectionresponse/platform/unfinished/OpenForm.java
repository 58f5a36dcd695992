package uk.opcc.inspectionresponse.platform.unfinished;

/**
 * A form that somebody can fill in: that of an open task, or that with which a process is started.
 *
 * @param kind {@code task} or {@code start}
 * @param subject the id of the task, or the key of the process
 */
record OpenForm(String kind, String subject) {

    static final String TASK = "task";
    private static final String START = "start";

    static OpenForm ofTask(String task) {
        return new OpenForm(TASK, task);
    }

    static OpenForm thatStarts(String processKey) {
        return new OpenForm(START, processKey);
    }

    boolean isOfTask() {
        return kind.equals(TASK);
    }
}
