package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.opcc.inspectionresponse.platform.office.Office;

/** The page where people sign in, whatever they want to see. */
@Controller
class SignInPage {

    private final Office office;
    private final List<Map<String, String>> providers;

    SignInPage(Office office, Optional<OpenIdConnectProviders> providers) {
        this.office = office;
        this.providers = providers.map(OpenIdConnectProviders::all).orElse(List.of()).stream()
                .map(provider -> Map.of("name", provider.name(), "address", provider.address()))
                .toList();
    }

    @GetMapping(SignInConfiguration.PAGE)
    String page(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String expired,
            @RequestParam(required = false) String ended,
            HttpSession session,
            Model model) {
        model.addAttribute("office", office.name());
        Optional<String> address = SignOutOfProvider.take(session);
        if (address.isPresent()) {
            model.addAttribute("addressToGoTo", address.get());
            return "sign-out";
        }
        model.addAttribute("providers", providers);
        if (refused != null) {
            model.addAttribute("problem", TellWhyRefused.words(session));
        } else if (expired != null) {
            model.addAttribute("problem", "This page was open for too long. Sign in again.");
        } else if (ended != null) {
            model.addAttribute(
                    "problem",
                    "You were signed out, because your password or your groups were changed. Sign in again.");
        }
        return "sign-in";
    }
}
