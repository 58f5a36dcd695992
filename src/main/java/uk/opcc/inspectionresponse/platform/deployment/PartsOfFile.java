package uk.opcc.inspectionresponse.platform.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.opcc.inspectionresponse.platform.deployment.Differences.Part;

/** The parts of a diagram, a decision table or a form that somebody can point at, by their ids and in their order. */
final class PartsOfFile {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final JsonMapper JSON = new JsonMapper();

    /** They follow from the connections. */
    private static final Set<String> FOLLOWING = Set.of("incoming", "outgoing", "flowNodeRef");

    /** What places a component, and what is its name. */
    private static final Set<String> ELSEWHERE =
            Set.of("id", "layout", "components", "label", "dateLabel", "text", "content");

    private PartsOfFile() {}

    static Map<String, Part> ofDiagram(DeployedFile file) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Element element : elements(document(file), BPMN, "*")) {
            if (element.hasAttribute("id") && !element.getLocalName().equals("definitions")) {
                Map<String, String> properties = new LinkedHashMap<>();
                collect(element, properties);
                parts.put(element.getAttribute("id"), new Part(named(element), properties));
            }
        }
        return parts;
    }

    private static void collect(Element element, Map<String, String> properties) {
        IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index))
                .filter(attribute -> !Set.of("id", "name").contains(attribute.getName()))
                .forEach(attribute -> add(properties, attribute.getLocalName(), attribute.getValue()));
        for (Element child : children(element)) {
            boolean isPart = BPMN.equals(child.getNamespaceURI()) && child.hasAttribute("id");
            if (!isPart && !FOLLOWING.contains(child.getLocalName())) {
                if (children(child).isEmpty()) {
                    add(properties, child.getLocalName(), child.getTextContent().strip());
                }
                collect(child, properties);
            }
        }
    }

    private static void add(Map<String, String> properties, String name, String value) {
        properties.merge(name, value, (one, other) -> one + "\n" + other);
    }

    /** The name of what it belongs to, where it has none of its own. */
    private static String named(Element element) {
        for (Node node = element; node instanceof Element named; node = node.getParentNode()) {
            if (!named.getAttribute("name").isBlank()) {
                return named.getAttribute("name").strip();
            }
        }
        return "the diagram";
    }

    static Map<String, Part> ofTable(DeployedFile file) {
        Document document = document(file);
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Element table : elements(document, "*", "decisionTable")) {
            List<String> columns = new ArrayList<>();
            int row = 0;
            for (Element child : children(table)) {
                if (Set.of("input", "output").contains(child.getLocalName())) {
                    columns.add(child.getAttribute("label").isBlank() ? "Column" : child.getAttribute("label"));
                } else if (child.getLocalName().equals("rule")) {
                    row++;
                    Map<String, String> cells = new LinkedHashMap<>();
                    int column = 0;
                    for (Element cell : children(child)) {
                        if (cell.getLocalName().endsWith("Entry") && column < columns.size()) {
                            cells.put(
                                    columns.get(column++), cell.getTextContent().strip());
                        }
                    }
                    parts.put(child.getAttribute("id"), new Part("Row " + row, cells));
                }
            }
        }
        return parts;
    }

    static Map<String, Part> ofForm(DeployedFile file) {
        try {
            Map<String, Part> parts = new LinkedHashMap<>();
            collect(JSON.readTree(file.content()), parts);
            return parts;
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static void collect(JsonNode container, Map<String, Part> parts) {
        for (JsonNode component : container.path("components")) {
            Map<String, String> properties = new LinkedHashMap<>();
            component.properties().forEach(property -> {
                if (!ELSEWHERE.contains(property.getKey())) {
                    properties.put(property.getKey(), property.getValue().toString());
                }
            });
            parts.put(component.path("id").asText(), new Part(labelOf(component), properties));
            collect(component, parts);
        }
    }

    private static String labelOf(JsonNode component) {
        for (String property : List.of("label", "dateLabel", "text", "content")) {
            String words = Jsoup.parse(component.path(property).asText()).text().strip();
            if (!words.isEmpty()) {
                return words;
            }
        }
        return component.path("type").asText();
    }

    private static Document document(DeployedFile file) {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setNamespaceAware(true);
            builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return builders.newDocumentBuilder().parse(file.stream());
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException(file.name() + " cannot be read: it has to be checked before", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> elements(Document document, String space, String name) {
        NodeList found = document.getElementsByTagNameNS(space, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }
}
