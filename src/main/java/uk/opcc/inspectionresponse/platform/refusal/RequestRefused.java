package uk.opcc.inspectionresponse.platform.refusal;

/** A request that goes no further: the gate stops it, or a controller. */
public final class RequestRefused extends RuntimeException {

    private final transient Problem problem;

    /** Refuses a request with this answer. */
    public RequestRefused(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }
}
