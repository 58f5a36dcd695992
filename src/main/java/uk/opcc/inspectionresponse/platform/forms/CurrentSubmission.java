package uk.opcc.inspectionresponse.platform.forms;

import java.util.Optional;

/** Knows what the client has submitted whose request is being answered. */
public interface CurrentSubmission {

    /** Nothing where no request submits anything. */
    Optional<Submission> find();
}
