package uk.opcc.inspectionresponse.platform.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.statutory.WrittenMoment;

/** The pages where administrators see which account of a directory is which user, and join or part them. */
@Controller
class AccountPages {

    private final DirectoryAccounts accounts;
    private final JoinAccounts changes;
    private final People people;
    private final Office office;

    AccountPages(DirectoryAccounts accounts, JoinAccounts changes, People people, Office office) {
        this.accounts = accounts;
        this.changes = changes;
        this.people = people;
        this.office = office;
    }

    @GetMapping("/accounts")
    String all(@RequestParam(required = false) String saved, Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("saved", saved != null);
        model.addAttribute("accounts", accounts.all().stream().map(this::shown).toList());
        model.addAttribute(
                "changes", accounts.changes().stream().map(AccountPages::shown).toList());
        return "accounts";
    }

    @GetMapping("/accounts/{id}")
    String one(@PathVariable String id, Model model) {
        return page(id, "", "", model);
    }

    @PostMapping("/accounts/{id}/join")
    String join(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Model model,
            HttpServletResponse response) {
        String name = UserNames.composed(user);
        return answer(id, changes.join(id, name, reason, by.getName()), name, reason, model, response);
    }

    @PostMapping("/accounts/{id}/part")
    String part(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Model model,
            HttpServletResponse response) {
        return answer(id, changes.part(id, reason, by.getName()), "", reason, model, response);
    }

    private String answer(
            String id,
            Optional<String> problem,
            String user,
            String reason,
            Model model,
            HttpServletResponse response) {
        if (problem.isEmpty()) {
            return "redirect:/accounts?saved";
        }
        String page = page(id, user, reason, model);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problem", problem.get());
        return page;
    }

    private String page(String id, String user, String reason, Model model) {
        DirectoryAccount account =
                accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("office", office.name());
        model.addAttribute("account", shown(account));
        model.addAttribute("user", user);
        model.addAttribute("reason", reason);
        return "account";
    }

    private AccountRow shown(DirectoryAccount account) {
        return new AccountRow(
                account.id(),
                account.name(),
                account.person(),
                directory(account.directory()),
                account.stableId(),
                account.place(),
                account.user() == null ? "" : account.user(),
                account.user() == null ? "" : people.nameOf(account.user()),
                account.waitsBecause() == null ? "" : account.waitsBecause(),
                WrittenMoment.of(account.seenAt()));
    }

    private static ShownChange shown(AccountChange change) {
        return new ShownChange(
                WrittenMoment.of(change.at()),
                change.by().isEmpty() ? "the application" : change.by(),
                change.account() + " (" + directory(change.directory()) + ")",
                change.what().shown(),
                change.user(),
                change.detail());
    }

    private static String directory(String directory) {
        return directory.equals(DirectoryAccount.LDAP) ? "LDAP" : directory;
    }

    record AccountRow(
            String id,
            String name,
            String person,
            String directory,
            String stableId,
            String place,
            String user,
            String userName,
            String waitsBecause,
            String seen) {}

    record ShownChange(String at, String by, String account, String what, String user, String detail) {}
}
