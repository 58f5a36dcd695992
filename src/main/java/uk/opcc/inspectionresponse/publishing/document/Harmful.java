package uk.opcc.inspectionresponse.publishing.document;

import java.util.Optional;
import java.util.Set;

/** What a document does not have, as it would run or load something, send something away, or hide what it says. */
final class Harmful {

    /** By their names. */
    static final Set<String> ELEMENTS = Set.of(
            "script",
            "noscript",
            "link",
            "base",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "param",
            "portal",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "audio",
            "video",
            "source",
            "track",
            "picture",
            "svg",
            "math",
            "canvas",
            "dialog",
            "template");

    private static final Set<String> LOADING = Set.of(
            "srcset",
            "imagesrcset",
            "lowsrc",
            "dynsrc",
            "srcdoc",
            "background",
            "poster",
            "action",
            "formaction",
            "ping",
            "data",
            "archive",
            "codebase",
            "classid",
            "manifest",
            "longdesc",
            "profile",
            "xlink:href",
            "http-equiv");

    private static final Set<String> HIDING = Set.of("hidden", "inert", "aria-hidden");

    private Harmful() {}

    /** Why a document does not have an attribute, in words that end before its name; none where it can have it. */
    static Optional<String> whyNot(String attribute) {
        if (attribute.startsWith("on")) {
            return Optional.of("a document runs nothing, so it has no ");
        }
        if (LOADING.contains(attribute)) {
            return Optional.of("a document loads nothing, so it has no ");
        }
        return HIDING.contains(attribute)
                ? Optional.of("a document hides nothing of what it says, so it has no ")
                : Optional.empty();
    }
}
