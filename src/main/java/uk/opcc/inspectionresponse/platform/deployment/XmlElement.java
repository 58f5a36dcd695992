package uk.opcc.inspectionresponse.platform.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a diagram or a table, which knows its line; the models of Camunda know none. */
final class XmlElement {

    /** The namespaces of what Camunda adds to diagrams, and to tables. */
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    private final XmlElement parent;
    private final String name;
    private final boolean isCamundas;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(XmlElement parent, String space, String name, int line, Attributes attributes) {
        this.parent = parent;
        this.isCamundas = space.startsWith(CAMUNDA);
        this.name = isCamundas ? "camunda:" + name : name;
        this.line = line;
        this.attributes = new LinkedHashMap<>();
        for (int at = 0; at < attributes.getLength(); at++) {
            boolean ofCamunda = attributes.getURI(at).startsWith(CAMUNDA);
            this.attributes.put((ofCamunda ? "camunda:" : "") + attributes.getLocalName(at), attributes.getValue(at));
        }
    }

    XmlElement parent() {
        return parent;
    }

    /** Without the prefix, which is for the writer to choose; with "camunda:" where it is one of Camunda's own. */
    String name() {
        return name;
    }

    boolean isCamundas() {
        return isCamundas;
    }

    int line() {
        return line;
    }

    /** By their names, as {@link #name}. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** The value of an attribute; empty where it has none. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    String id() {
        return get("id");
    }

    /** What people call it: its name, or else its id. */
    String called() {
        return get("name").isBlank() ? id() : get("name");
    }

    /** The text that stands directly in it. */
    String text() {
        return text.toString().strip();
    }

    List<XmlElement> children() {
        return children;
    }

    Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first child of this name; null where there is none. */
    XmlElement child(String childName) {
        return children(childName).findFirst().orElse(null);
    }

    /** It and all that is within it, in the order of the file. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** It, or what is around it, that has an id and can be pointed at in Modeler. */
    XmlElement drawn() {
        XmlElement around = this;
        while (around.parent != null
                && (around.id().isEmpty()
                        || around.isCamundas
                        || around.name.endsWith("EventDefinition")
                        || around.name.endsWith("xpression"))) {
            around = around.parent;
        }
        return around;
    }

    /** Makes a tree of what a parser reads. */
    static final class Reader extends DefaultHandler {

        /** A diagram of the release has ten. */
        private static final int DEEPEST = 60;

        /** The largest of the release has 2,000. */
        private static final int MOST = 20_000;

        private final Deque<XmlElement> open = new ArrayDeque<>();
        private Locator locator;
        private int count;
        private XmlElement root;

        XmlElement root() {
            return root;
        }

        @Override
        public void setDocumentLocator(Locator where) {
            locator = where;
        }

        @Override
        public void startElement(String space, String element, String qualified, Attributes attributes)
                throws SAXException {
            if (open.size() >= DEEPEST) {
                throw new SAXParseException("it has more than " + DEEPEST + " elements in each other", locator);
            }
            if (++count > MOST) {
                throw new SAXParseException("it has more than " + MOST + " elements", locator);
            }
            XmlElement around = open.peek();
            XmlElement begun = new XmlElement(around, space, element, locator.getLineNumber(), attributes);
            if (around == null) {
                root = begun;
            } else {
                around.children.add(begun);
            }
            open.push(begun);
        }

        @Override
        public void endElement(String space, String element, String qualified) {
            open.pop();
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.peek().text.append(characters, start, length);
        }
    }
}
