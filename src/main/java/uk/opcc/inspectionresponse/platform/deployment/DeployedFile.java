package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
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

    /** File, line and reason, if it cannot be read; what is wrong with the process in it only the engine knows. */
    public Optional<String> mistake() {
        if (name.endsWith(".form")) {
            return mistakeInForm();
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return mistakeInTable();
        }
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return mistakeInXml();
        }
        return Optional.empty();
    }

    private Optional<String> mistakeInForm() {
        try {
            JsonNode form = JSON.readTree(content);
            return form.path("id").asText().isBlank()
                    ? Optional.of(mistake(1, "the form has no id, by which a diagram would name it"))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(
                    mistake(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException e) {
            return Optional.of(mistake(1, e.getMessage()));
        }
    }

    private Optional<String> mistakeInTable() {
        return mistakeInXml().or(() -> {
            try {
                Dmn.readModelFromStream(stream());
                return Optional.empty();
            } catch (ModelException e) {
                return Optional.of(mistake(e));
            }
        });
    }

    private Optional<String> mistakeInXml() {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(stream(), new DefaultHandler());
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(mistake(e));
        } catch (IOException e) {
            return Optional.of(mistake(1, e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String mistake(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException at) {
                return mistake(at.getLineNumber(), at.getMessage());
            }
            Matcher told = LINE_IN_MESSAGE.matcher(String.valueOf(cause.getMessage()));
            if (told.matches()) {
                return mistake(Integer.parseInt(told.group(1)), told.group(2));
            }
        }
        return mistake(1, failure.getMessage());
    }

    private String mistake(int line, String reason) {
        return name + ", line " + line + ": " + reason;
    }

    private InputStream stream() {
        return new ByteArrayInputStream(content);
    }
}
