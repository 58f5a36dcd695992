package uk.opcc.inspectionresponse.messages.notices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.opcc.inspectionresponse.messages.mail.MailAddress;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.StaffSite;

/** The page where people choose which mails they get. */
@Controller
class NoticePages {

    private final Preferences preferences;
    private final Addressees addressees;
    private final Notices notices;
    private final StaffSite site;
    private final Office office;

    NoticePages(Preferences preferences, Addressees addressees, Notices notices, StaffSite site, Office office) {
        this.notices = notices;
        this.site = site;
        this.preferences = preferences;
        this.addressees = addressees;
        this.office = office;
    }

    @GetMapping("/notices")
    String shown(@RequestParam(required = false) String saved, Principal person, Model model) {
        model.addAttribute("saved", saved != null);
        return page(person, model);
    }

    @PostMapping("/notices")
    String chosen(
            @RequestParam(required = false) String mails, Principal person, Model model, HttpServletResponse response) {
        Optional<Preference> chosen = Preference.of(mails);
        if (chosen.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", "Emails about your tasks: choose at once, one email a day, or none.");
            return page(person, model);
        }
        preferences.choose(person.getName(), chosen.get());
        return "redirect:/notices?saved";
    }

    /** Where the mails lead. */
    @GetMapping("/notices/tasks/{firstTask}")
    ResponseEntity<Void> task(@PathVariable String firstTask, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(request.getContextPath() + site.tasklist(notices.taskNow(firstTask))))
                .build();
    }

    private String page(Principal person, Model model) {
        model.addAttribute("office", office.name());
        model.addAttribute("chosen", preferences.of(person.getName()).word());
        model.addAttribute(
                "address",
                addressees.address(person.getName()).map(MailAddress::value).orElse(""));
        return "notices";
    }
}
