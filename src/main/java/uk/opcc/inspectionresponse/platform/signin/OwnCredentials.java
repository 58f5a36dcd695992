package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import uk.opcc.inspectionresponse.platform.server.EngineRequest;

/** The request of the engine's REST API with which people change their password, in Admin or elsewhere. */
final class OwnCredentials {

    private OwnCredentials() {}

    static boolean areChangedBy(HttpServletRequest request, String user) {
        return request.getMethod().equals("PUT")
                && EngineRequest.pathOf(request)
                        .filter(("user/" + user + "/credentials")::equals)
                        .isPresent();
    }
}
