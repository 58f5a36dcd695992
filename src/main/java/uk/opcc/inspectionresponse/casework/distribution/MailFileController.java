package uk.opcc.inspectionresponse.casework.distribution;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.opcc.inspectionresponse.messages.mail.MailFiles;

/** Gives the file of an email that was not sent, as no mail server is configured, to whoever is to send it. */
@RestController
class MailFileController {

    private final ResponseMails mails;
    private final MailFiles files;

    MailFileController(ResponseMails mails, MailFiles files) {
        this.mails = mails;
        this.files = files;
    }

    @GetMapping("/documents/{reference}/emails/{box}.eml")
    ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable String box) {
        return mails.last(reference, box)
                .flatMap(mail -> files.find(mail.messageId(), mail.requestedAt()))
                .map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "message/rfc822")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(box + ".eml")
                                        .build()
                                        .toString())
                        .body(file))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
