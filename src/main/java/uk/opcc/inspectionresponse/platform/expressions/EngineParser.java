package uk.opcc.inspectionresponse.platform.expressions;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Reads the expressions and the times of diagrams as the engine does, and works out none of them. The engine's public
 * API reads them only when it runs them: a date of a timer is worked out, and calls what it names, while the diagram is
 * being deployed. A reader of our own would take others for good than the engine does.
 */
public final class EngineParser {

    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final String DOT = ". ";

    private EngineParser() {}

    /**
     * Reads a text that may be or contain expressions.
     *
     * @throws UnreadableExpression if the engine could not read it
     */
    public static Juel read(String text) throws UnreadableExpression {
        if (!isExpression(text)) {
            return new Juel.Plain(text);
        }
        Brackets.checkLength(text);
        try {
            return part(JUEL.build(text).getRoot());
        } catch (TreeBuilderException e) {
            throw new UnreadableExpression("it ends to make sense at character " + (e.getPosition() + 1) + ", where \""
                    + e.getEncountered() + "\" stands");
        } catch (StackOverflowError e) {
            throw new UnreadableExpression("it has too many parts");
        }
    }

    /** Whether the engine works anything out. */
    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static Juel part(Node node) {
        if (node instanceof AstIdentifier identifier) {
            return new Juel.Name(identifier.getName());
        }
        if (node instanceof AstString text) {
            return new Juel.Quoted(String.valueOf(text.eval(null, null)));
        }
        if (node instanceof AstText text) {
            return new Juel.Plain(text.toString());
        }
        if (node instanceof AstMethod method) {
            Node called = method.getChild(0);
            List<Juel> arguments = children(method.getChild(1));
            return called instanceof AstDot dot
                    ? new Juel.Call(part(dot.getChild(0)), afterDot(dot), arguments)
                    : new Juel.Other(with(part(called), arguments));
        }
        if (node instanceof AstDot dot) {
            return new Juel.Property(part(dot.getChild(0)), afterDot(dot));
        }
        if (node instanceof AstBracket || node instanceof AstUnary) {
            return new Juel.Other(children(node));
        }
        if (node instanceof AstFunction function) {
            return new Juel.Function(function.getName(), children(function.getChild(0)));
        }
        List<Juel> children = children(node);
        return children.size() == 1 ? children.get(0) : new Juel.Other(children);
    }

    private static String afterDot(AstDot dot) {
        return dot.toString().substring(DOT.length());
    }

    private static List<Juel> children(Node node) {
        List<Juel> parts = new ArrayList<>();
        for (int at = 0; at < node.getCardinality(); at++) {
            parts.add(part(node.getChild(at)));
        }
        return parts;
    }

    private static List<Juel> with(Juel first, List<Juel> others) {
        List<Juel> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    /** Whether the engine can read a date, such as 2026-07-19T08:00:00, or a time from now on, such as P3D. */
    public static boolean isDate(String text) {
        return isReadBy(new DueDateBusinessCalendar(), text);
    }

    /** Whether the engine can read a length of time, such as P3D. */
    public static boolean isDuration(String text) {
        return isReadBy(new DurationBusinessCalendar(), text);
    }

    /** Whether the engine can read times that come again, such as R3/PT10M or 0 0 8 * * ?. */
    public static boolean isCycle(String text) {
        return isReadBy(new CycleBusinessCalendar(), text);
    }

    private static boolean isReadBy(BusinessCalendar calendar, String text) {
        try {
            calendar.resolveDuedate(text.strip(), (Date) null);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
