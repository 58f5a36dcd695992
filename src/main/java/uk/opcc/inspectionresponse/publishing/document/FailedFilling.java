package uk.opcc.inspectionresponse.publishing.document;

import org.thymeleaf.exceptions.TemplateProcessingException;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.publishing.document.TemplateRefused.Place;

/** Finds where in a template of the office something is, with which it cannot be filled in. */
record FailedFilling(Office office, TemplateFile file, Templates candidate, TemplateMarkup markup) {

    Place place() {
        Place known = tried(candidate);
        return known == null ? TemplateCheck.BEGIN : known.equals(Place.NOWHERE) ? placeOfCall() : known;
    }

    /** A fault in the shared blocks is one of what they were given: of the first call without which there is none. */
    private Place placeOfCall() {
        for (int call = 0; call < markup.calls(); call++) {
            if (tried(candidate.with(file, markup.withoutCallsFrom(call + 1))) != null) {
                return markup.placeOfCall(call);
            }
        }
        return TemplateCheck.BEGIN;
    }

    /** Where it fails; null where it does not, and nowhere where that is in no file of the office. */
    private Place tried(Templates templates) {
        HtmlTemplate template = new HtmlTemplate(office, templates);
        try {
            for (Response sample : SampleResponses.all()) {
                if (file == TemplateFile.LETTER) {
                    template.letter(sample, SampleResponses.letter(sample));
                } else {
                    template.response(sample);
                }
            }
            return null;
        } catch (TemplateProcessingException e) {
            return placeIn(file, e);
        }
    }

    /** Where in a file a filling failed; nowhere where it did in another one. */
    static Place placeIn(TemplateFile file, TemplateProcessingException failed) {
        for (Throwable e = failed; e != null; e = e.getCause()) {
            if (e instanceof TemplateProcessingException at
                    && at.getLine() != null
                    && file.fileName().equals(at.getTemplateName() + ".html")) {
                return new Place(at.getLine(), at.getCol() == null ? 0 : at.getCol());
            }
        }
        return Place.NOWHERE;
    }
}
