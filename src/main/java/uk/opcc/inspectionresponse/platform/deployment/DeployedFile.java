package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A file that is to be deployed. Where it cannot be read at all, the engine says so without the line, so it is read
 * here before.
 */
public record DeployedFile(String name, byte[] content) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where a file breaks the schema of decision tables, Camunda's reader puts the line into the text. */
    private static final Pattern LINE_IN_MESSAGE = Pattern.compile(".*Line=(\\d+): (.*)", Pattern.DOTALL);

    /** Said of the last line, whatever points to nothing; the engine, or another check, says where. */
    private static final String POINTS_TO_NOTHING = "cvc-id.1";

    /** More than any file of an office has, and what can be checked while somebody waits. */
    private static final int LONGEST = 4_000_000;

    /** Whether it can be read; what keeps it from being read, or breaks the schema of its kind, is added. */
    boolean isReadable(Mistakes mistakes) {
        Optional<Told> told = content.length > LONGEST
                ? Optional.of(new Told(1, "it is larger than 4 MB: take out what is not needed"))
                : isForm()
                        ? mistakeInForm()
                        : isTable() || isDiagram() ? parse(new XmlElement.Reader()) : Optional.empty();
        told.or(() -> isTable()
                        ? mistakeInModel(Dmn::readModelFromStream)
                        : isDiagram() ? mistakeInModel(Bpmn::readModelFromStream) : Optional.empty())
                .filter(mistake -> !isDiagram() || !mistake.reason().startsWith(POINTS_TO_NOTHING))
                .ifPresent(mistake -> mistakes.add(this, mistake.line(), mistake.reason()));
        return told.isEmpty();
    }

    private Optional<Told> mistakeInForm() {
        try {
            return JSON.readTree(content).isObject()
                    ? Optional.empty()
                    : Optional.of(new Told(1, "it is no form: export it from Modeler"));
        } catch (JsonProcessingException e) {
            return Optional.of(
                    new Told(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            return Optional.of(new Told(1, e.getMessage()));
        }
    }

    /** The form, of a file that can be read. */
    JsonNode form() {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The diagram or the table, of a file that can be read. */
    XmlElement xml() {
        XmlElement.Reader reader = new XmlElement.Reader();
        parse(reader);
        return reader.root();
    }

    /** The last line in which a text stands; the first line if it stands in none. */
    int lineOf(String text) {
        String all = new String(content, StandardCharsets.UTF_8);
        int at = text.isEmpty() ? -1 : all.lastIndexOf(text);
        return at < 0
                ? 1
                : (int) all.substring(0, at)
                                .chars()
                                .filter(character -> character == '\n')
                                .count()
                        + 1;
    }

    boolean isForm() {
        return name.endsWith(".form");
    }

    boolean isTable() {
        return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
    }

    boolean isDiagram() {
        return name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml");
    }

    boolean hasSameContent(DeployedFile other) {
        return Arrays.equals(content, other.content);
    }

    boolean isSameAs(DeployedFile other) {
        return name.equals(other.name) && hasSameContent(other);
    }

    /** What makes it the same file in another version: what is in it, or else its name. */
    Set<String> identity() {
        Set<String> keys = keys();
        return keys.isEmpty() ? Set.of(name) : keys;
    }

    /** By what other files name what is in this one: the ids of the form, of the decisions or of the processes. */
    Set<String> keys() {
        if (isForm()) {
            try {
                return Set.of(JSON.readTree(content).path("id").asText());
            } catch (IOException e) {
                return Set.of();
            }
        }
        Set<String> keys = new HashSet<>();
        if (isTable() || isDiagram()) {
            String kind = isTable() ? "decision" : "process";
            parse(new DefaultHandler() {
                @Override
                public void startElement(String space, String element, String qualified, Attributes attributes) {
                    // A process that is not executable is passed over by the engine.
                    if (element.equals(kind)
                            && attributes.getValue("id") != null
                            && (isTable() || Boolean.parseBoolean(attributes.getValue("isExecutable")))) {
                        keys.add(attributes.getValue("id"));
                    }
                }
            });
        }
        return keys;
    }

    private Optional<Told> mistakeInModel(Consumer<InputStream> reader) {
        try {
            reader.accept(stream());
            return Optional.empty();
        } catch (ModelException e) {
            return Optional.of(told(e));
        }
    }

    private record Told(int line, String reason) {}

    /** The mistake that ends the reading, if there is one. */
    private Optional<Told> parse(DefaultHandler handler) {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(stream(), handler);
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(told(e));
        } catch (IOException e) {
            return Optional.of(new Told(1, e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Told told(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException at) {
                return new Told(at.getLineNumber(), at.getMessage());
            }
            Matcher told = LINE_IN_MESSAGE.matcher(String.valueOf(cause.getMessage()));
            if (told.matches()) {
                return new Told(Integer.parseInt(told.group(1)), told.group(2));
            }
        }
        return new Told(1, failure.getMessage());
    }

    String mistake(int line, String reason) {
        return name + ", line " + line + ": " + reason;
    }

    InputStream stream() {
        return new ByteArrayInputStream(content);
    }
}
