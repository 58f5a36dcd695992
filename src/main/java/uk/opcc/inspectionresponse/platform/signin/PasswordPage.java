package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.opcc.inspectionresponse.platform.accounts.AccountNow;
import uk.opcc.inspectionresponse.platform.accounts.Accounts;
import uk.opcc.inspectionresponse.platform.office.Office;

/** The page where people choose their own password. */
@Controller
class PasswordPage {

    static final String ADDRESS = "/password";

    private final Accounts accounts;
    private final AccountOfSession accountOfSession;
    private final DirectoryUsers directoryUsers;
    private final OwnPassword ownPassword;
    private final Office office;

    PasswordPage(
            Accounts accounts,
            AccountOfSession accountOfSession,
            DirectoryUsers directoryUsers,
            OwnPassword ownPassword,
            Office office) {
        this.accounts = accounts;
        this.accountOfSession = accountOfSession;
        this.directoryUsers = directoryUsers;
        this.ownPassword = ownPassword;
        this.office = office;
    }

    @GetMapping(ADDRESS)
    String shown(@RequestParam(required = false) String changed, Principal person, Model model) {
        model.addAttribute("changed", changed != null);
        return page(person, Map.of(), model);
    }

    @PostMapping(ADDRESS)
    String chosen(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(name = "new", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            Principal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> problems = problems(current, chosen, again, person.getName(), request.getRemoteAddr());
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(person, problems, model);
        }
        accounts.choosePassword(person.getName(), chosen);
        // Who has a copy of the cookie has no use of it any more.
        request.changeSessionId();
        accountOfSession.keep(request, person.getName());
        SavedRequest wanted = new HttpSessionRequestCache().getRequest(request, response);
        return "redirect:" + (wanted == null ? ADDRESS + "?changed" : wanted.getRedirectUrl());
    }

    /** By the field. */
    private Map<String, String> problems(String current, String chosen, String again, String user, String address) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (directoryUsers.isFromDirectory(user)) {
            problems.put("current", "Your password is kept by the office's directory: change it there.");
            return problems;
        }
        try {
            if (!ownPassword.isRight(user, current, address)) {
                problems.put("current", "Current password: this is not your password.");
            }
        } catch (LockedException e) {
            problems.put("current", "Current password: " + RefusedSignIn.explain(e));
        }
        List<String> broken = accounts.rulesBrokenBy(chosen, user);
        if (!broken.isEmpty()) {
            problems.put("new", "New password: it " + String.join(", and ", broken) + ".");
        } else if (chosen.equals(current)) {
            problems.put("new", "New password: choose one that is different from your current one.");
        } else if (!chosen.equals(again)) {
            problems.put("again", "New password again: type the same new password twice.");
        }
        return problems;
    }

    private String page(Principal person, Map<String, String> problems, Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("user", person.getName());
        model.addAttribute("problems", problems);
        model.addAttribute("rules", accounts.passwordRules());
        model.addAttribute("kept", !directoryUsers.isFromDirectory(person.getName()));
        model.addAttribute(
                "due",
                accounts.now(person.getName())
                        .filter(AccountNow::passwordOfSomebodyElse)
                        .isPresent());
        return "password";
    }
}
