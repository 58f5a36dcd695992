package uk.opcc.inspectionresponse.signin;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import uk.opcc.inspectionresponse.office.Office;

/** The page where people sign in, whatever they want to see. */
@Controller
class SignInPage {

    private final Office office;
    private final List<Map<String, String>> providers;

    SignInPage(Office office, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.office = office;
        this.providers = registrations.getIfAvailable() instanceof Iterable<?> all
                ? java.util.stream.StreamSupport.stream(all.spliterator(), false)
                        .map(ClientRegistration.class::cast)
                        .map(registration -> Map.of(
                                "name",
                                registration.getClientName(),
                                "address",
                                "/oauth2/authorization/" + registration.getRegistrationId()))
                        .toList()
                : List.of();
    }

    @GetMapping(SignInConfiguration.PAGE)
    String page(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String expired,
            @RequestParam(required = false) String ended,
            @SessionAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) Exception reason,
            Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("providers", providers);
        if (refused != null) {
            model.addAttribute("problem", RefusedSignIn.explain(reason));
        } else if (expired != null) {
            model.addAttribute("problem", "This page was open for too long. Please sign in again.");
        } else if (ended != null) {
            model.addAttribute(
                    "problem",
                    "You were signed out, because your password or your groups were changed. Please sign in again.");
        }
        return "sign-in";
    }
}
