package uk.opcc.inspectionresponse.readme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * A diagram as an SVG picture: the same bytes on every machine, from the places and the words that the diagram has. It
 * draws what the diagrams of this project use, and refuses what it doesn't know rather than leave it out.
 */
final class ProcessPicture {

    private static final int MARGIN = 20;
    private static final int EVENT_LABEL_WIDTH = 90;
    private static final double SMALL = 11;
    private static final double NORMAL = 12;
    private static final double LINE = 1.2;

    /** A reader who has none of the fonts sees the words in one that is wider. */
    private static final double WIDER = 1.12;

    private static final Path FONT = Path.of("src/main/resources/fonts/LiberationSans-Regular.ttf");

    private static final String USER = "M3 15.5v-2.2c0-2.6 1.7-4 4-4.4a3.9 3.9 0 1 1 4 0c2.3.4 4 1.8 4 4.4v2.2z";
    private static final String COGWHEEL =
            "M9 1.5v2.6M9 13.9v2.6M1.5 9h2.6M13.9 9h2.6M3.7 3.7l1.8 1.8M12.5 12.5l1.8 1.8"
                    + "M14.3 3.7l-1.8 1.8M5.5 12.5l-1.8 1.8M9 4.1a4.9 4.9 0 1 1 0 9.8a4.9 4.9 0 1 1 0-9.8"
                    + "M9 7a2 2 0 1 1 0 4a2 2 0 1 1 0-4";
    private static final String TABLE = "M1.5 3.5h15v11h-15zM1.5 7h15M1.5 10.8h15M6 7v7.5";

    private final StringBuilder svg = new StringBuilder();
    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private ProcessPicture(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** The picture of a BPMN file. */
    static String of(Path bpmn) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(FONT.toFile()))) {
            return new ProcessPicture(font).drawn(bpmn);
        }
    }

    private String drawn(Path file) throws IOException {
        BpmnModelInstance model;
        try (InputStream in = Files.newInputStream(file)) {
            model = Bpmn.readModelFromStream(in);
        }
        List<BpmnShape> shapes = new ArrayList<>(model.getModelElementsByType(BpmnShape.class));
        List<BpmnEdge> edges = new ArrayList<>(model.getModelElementsByType(BpmnEdge.class));
        // What is larger lies under what is smaller; of equals the file's order counts.
        shapes.sort(Comparator.comparingDouble(
                shape -> -shape.getBounds().getWidth() * shape.getBounds().getHeight()));

        List<double[]> corners = new ArrayList<>();
        shapes.forEach(shape -> {
            corners(shape.getBounds(), corners);
            label(shape.getBpmnLabel(), corners);
        });
        edges.forEach(edge -> {
            edge.getWaypoints().forEach(point -> corners.add(new double[] {point.getX(), point.getY()}));
            label(edge.getBpmnLabel(), corners);
        });
        double left = corners.stream().mapToDouble(point -> point[0]).min().orElseThrow() - MARGIN;
        double top = corners.stream().mapToDouble(point -> point[1]).min().orElseThrow() - MARGIN;
        double width = corners.stream().mapToDouble(point -> point[0]).max().orElseThrow() + MARGIN - left;
        double height = corners.stream().mapToDouble(point -> point[1]).max().orElseThrow() + MARGIN - top;

        Process process = model.getModelElementsByType(Process.class).iterator().next();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" role=\"img\"",
                width, height, left, top, width, height);
        svg.append(" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\">\n");
        svg.append("<!-- Made from ").append(file.toString().replace('\\', '/')).append(": see CONTRIBUTING.md -->\n");
        svg.append("<title>").append(escaped(process.getName())).append("</title>\n");
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", left, top, width, height);
        svg.append("<g fill=\"#fff\" stroke=\"#22242a\" stroke-width=\"1.5\" stroke-linejoin=\"round\">\n");
        List<BpmnShape> containers = shapes.stream()
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess)
                .toList();
        containers.forEach(this::shape);
        edges.forEach(this::edge);
        shapes.stream().filter(shape -> !containers.contains(shape)).forEach(this::shape);
        svg.append("</g>\n<g fill=\"#22242a\">\n");
        shapes.forEach(this::words);
        edges.forEach(this::words);
        return svg.append("</g>\n</svg>\n").toString();
    }

    private void shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        Bounds at = shape.getBounds();
        if (element instanceof Activity activity) {
            activity(activity, at);
        } else if (element instanceof Event event) {
            event(event, at);
        } else if (element instanceof Gateway gateway) {
            gateway(gateway, at);
        } else if (element instanceof TextAnnotation) {
            add("<path d=\"M%s %sh-10v%sh10\" fill=\"none\"/>\n", at.getX() + 10, at.getY(), at.getHeight());
        } else {
            throw unknown(element);
        }
    }

    private void activity(Activity activity, Bounds at) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\"",
                at.getX(), at.getY(), at.getWidth(), at.getHeight());
        svg.append(
                activity instanceof CallActivity
                        ? " stroke-width=\"4\"/>\n"
                        : activity instanceof SubProcess part && part.triggeredByEvent()
                                ? " stroke-dasharray=\"2 4\"/>\n"
                                : "/>\n");
        if (activity instanceof UserTask) {
            symbol(USER, at, "#fff");
        } else if (activity instanceof ServiceTask) {
            symbol(COGWHEEL, at, "none");
        } else if (activity instanceof BusinessRuleTask) {
            symbol(TABLE, at, "none");
        } else if (!(activity instanceof SubProcess || activity instanceof CallActivity)) {
            throw unknown(activity);
        }
        if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
            double x = middle(at) - 6;
            double y = at.getY() + at.getHeight() - 18;
            add(
                    loop.isSequential()
                            ? "<path d=\"M%s %sh12m-12 5h12m-12 5h12\" stroke-width=\"2.5\"/>\n"
                            : "<path d=\"M%s %sv12m6-12v12m6-12v12\" stroke-width=\"2.5\"/>\n",
                    x,
                    y);
        } else if (activity.getLoopCharacteristics() != null) {
            throw unknown(activity.getLoopCharacteristics());
        }
    }

    private void symbol(String path, Bounds at, String fill) {
        add("<path transform=\"translate(%s %s)\" d=\"", at.getX() + 6, at.getY() + 6);
        svg.append(path).append("\" fill=\"").append(fill).append("\"/>\n");
    }

    private void event(Event event, Bounds at) {
        double x = middle(at);
        double y = at.getY() + at.getHeight() / 2;
        double radius = at.getWidth() / 2;
        boolean throwing = event instanceof ThrowEvent;
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"", x, y, radius);
        if (event instanceof EndEvent) {
            svg.append(" stroke-width=\"4\"");
        } else if (event instanceof BoundaryEvent boundary && !boundary.cancelActivity()) {
            svg.append(" stroke-dasharray=\"6 3\"");
        }
        svg.append("/>\n");
        if (!(event instanceof StartEvent || event instanceof EndEvent)) {
            add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"", x, y, radius - 4);
            svg.append(
                    event instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                            ? " stroke-dasharray=\"6 3\"/>\n"
                            : "/>\n");
        }
        for (EventDefinition definition : event instanceof CatchEvent catching
                ? catching.getEventDefinitions()
                : ((ThrowEvent) event).getEventDefinitions()) {
            String filled = throwing ? "#22242a" : "none";
            if (definition instanceof TimerEventDefinition) {
                add(
                        "<path d=\"M%s %sm-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M%s %sv-6m0 6l4 2\" fill=\"none\"/>\n",
                        x, y, x, y);
            } else if (definition instanceof MessageEventDefinition) {
                add("<path d=\"M%s %sh16v11h-16zl8 6l8-6\" fill=\"none\"/>\n", x - 8, y - 5.5);
            } else if (definition instanceof ConditionalEventDefinition) {
                add("<path d=\"M%s %sh12v16h-12zm2 3h8m-8 5h8m-8 5h8\" fill=\"none\"/>\n", x - 6, y - 8);
            } else if (definition instanceof ErrorEventDefinition) {
                add("<path d=\"M%s %sl5-13l5 8l6-9l-5 14l-5-8z\" fill=\"" + filled + "\"/>\n", x - 8, y + 7);
            } else if (definition instanceof TerminateEventDefinition) {
                add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#22242a\"/>\n", x, y, radius - 8);
            } else {
                throw unknown(definition);
            }
        }
    }

    private void gateway(Gateway gateway, Bounds at) {
        double half = at.getWidth() / 2;
        double x = middle(at);
        double y = at.getY() + half;
        add("<path d=\"M%s %sl%s %sl%s %sl%s %sz\"/>\n", x, at.getY(), half, half, -half, half, -half, -half);
        if (gateway instanceof ExclusiveGateway) {
            add("<path d=\"M%s %sl14 14m0-14l-14 14\" stroke-width=\"3.5\"/>\n", x - 7, y - 7);
        } else if (gateway instanceof ParallelGateway) {
            add("<path d=\"M%s %sv20m-10-10h20\" stroke-width=\"3.5\"/>\n", x, y - 10);
        } else if (gateway instanceof InclusiveGateway) {
            add("<circle cx=\"%s\" cy=\"%s\" r=\"11\" stroke-width=\"3\"/>\n", x, y);
        } else {
            throw unknown(gateway);
        }
    }

    private void edge(BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        if (!(element instanceof SequenceFlow || element instanceof Association)) {
            throw unknown(element);
        }
        List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
        svg.append("<path d=\"");
        for (int i = 0; i < points.size(); i++) {
            add(
                    i == 0 ? "M%s %s" : "L%s %s",
                    points.get(i).getX(),
                    points.get(i).getY());
        }
        svg.append(
                element instanceof Association
                        ? "\" fill=\"none\" stroke-dasharray=\"2 4\"/>\n"
                        : "\" fill=\"none\"/>\n");
        if (element instanceof SequenceFlow) {
            Waypoint end = points.get(points.size() - 1);
            Waypoint before = points.get(points.size() - 2);
            double length = Math.hypot(end.getX() - before.getX(), end.getY() - before.getY());
            double dx = (end.getX() - before.getX()) / length;
            double dy = (end.getY() - before.getY()) / length;
            add(
                    "<path d=\"M%s %sL%s %sL%s %sz\" fill=\"#22242a\" stroke-width=\"1\"/>\n",
                    end.getX(),
                    end.getY(),
                    end.getX() - 10 * dx - 4.5 * dy,
                    end.getY() - 10 * dy + 4.5 * dx,
                    end.getX() - 10 * dx + 4.5 * dy,
                    end.getY() - 10 * dy - 4.5 * dx);
        }
    }

    private void words(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        Bounds at = shape.getBounds();
        if (element instanceof TextAnnotation annotation) {
            List<String> lines = wrapped(annotation.getText().getTextContent(), at.getWidth() - 10, NORMAL);
            write(lines, at.getX() + 6, at.getY() + 6, NORMAL, "start");
            return;
        }
        String name = ((FlowElement) element).getName();
        if (name == null) {
            return;
        }
        if (element instanceof SubProcess) {
            write(wrapped(name, at.getWidth() - 20, NORMAL), middle(at), at.getY() + 8, NORMAL, "middle");
        } else if (element instanceof Activity) {
            List<String> lines = wrapped(name, at.getWidth() - 14, NORMAL);
            double y = at.getY() + (at.getHeight() - lines.size() * NORMAL * LINE) / 2;
            write(lines, middle(at), y, NORMAL, "middle");
        } else if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
            named(name, shape.getBpmnLabel().getBounds());
        } else {
            List<String> lines = wrapped(name, EVENT_LABEL_WIDTH, SMALL);
            write(lines, middle(at), at.getY() + at.getHeight() + 6, SMALL, "middle");
        }
    }

    private void words(BpmnEdge edge) {
        if (!(edge.getBpmnElement() instanceof SequenceFlow flow) || flow.getName() == null) {
            return;
        }
        if (edge.getBpmnLabel() == null || edge.getBpmnLabel().getBounds() == null) {
            throw new IllegalStateException(
                    "The flow " + flow.getId() + " has a name, and no place for it: move its label.");
        }
        named(flow.getName(), edge.getBpmnLabel().getBounds());
    }

    private void named(String name, Bounds at) {
        write(wrapped(name, Math.max(at.getWidth(), EVENT_LABEL_WIDTH), SMALL), middle(at), at.getY(), SMALL, "middle");
    }

    private void write(List<String> lines, double x, double y, double size, String anchor) {
        for (int i = 0; i < lines.size(); i++) {
            add("<text x=\"%s\" y=\"%s\" font-size=\"%s\"", x, y + size * (0.9 + LINE * i), size);
            svg.append(" text-anchor=\"" + anchor + "\">")
                    .append(escaped(lines.get(i)))
                    .append("</text>\n");
        }
    }

    /** The text in lines of this width, each as long as it can be. */
    private List<String> wrapped(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private double width(String text, double size) {
        try {
            int units = font.getUnitsPerEm();
            double width = 0;
            for (int character : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(character));
            }
            return width * size / units * WIDER;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void corners(Bounds at, List<double[]> corners) {
        corners.add(new double[] {at.getX(), at.getY()});
        corners.add(new double[] {at.getX() + at.getWidth(), at.getY() + at.getHeight()});
    }

    private static void label(BpmnLabel label, List<double[]> corners) {
        if (label != null && label.getBounds() != null) {
            corners(label.getBounds(), corners);
        }
    }

    private static double middle(Bounds at) {
        return at.getX() + at.getWidth() / 2;
    }

    /** Adds a text with numbers, which have one digit behind the point at most. */
    private void add(String format, double... numbers) {
        svg.append(String.format(
                Locale.ROOT,
                format,
                Arrays.stream(numbers)
                        .mapToObj(number ->
                                String.format(Locale.ROOT, "%.1f", number).replaceAll("\\.0$", ""))
                        .map(number -> number.equals("-0") ? "0" : number)
                        .toArray()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static IllegalStateException unknown(BaseElement element) {
        return new IllegalStateException("ProcessPicture can't draw "
                + element.getElementType().getTypeName() + " yet (" + element.getId() + "): please teach it.");
    }
}
