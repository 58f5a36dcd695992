package uk.opcc.inspectionresponse.publishing.document;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.BooleanLiteral;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.IntLiteral;
import org.springframework.expression.spel.ast.LongLiteral;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.NullLiteral;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpModulus;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * One expression of a template, as it will be worked out, and not as it looks: what is not known to do no harm is
 * refused.
 */
final class ReadExpression {

    private static final SpelExpressionParser PARSER = new SpelExpressionParser();

    /** These only hold others together, or say something themselves. */
    private static final Set<Class<? extends SpelNode>> HARMLESS = Set.of(
            StringLiteral.class,
            IntLiteral.class,
            LongLiteral.class,
            BooleanLiteral.class,
            NullLiteral.class,
            OpAnd.class,
            OpOr.class,
            OperatorNot.class,
            OpEQ.class,
            OpNE.class,
            OpLT.class,
            OpLE.class,
            OpGT.class,
            OpGE.class,
            OpPlus.class,
            OpMinus.class,
            OpModulus.class,
            Ternary.class,
            Elvis.class);

    private static final Map<Class<? extends SpelNode>, String> REFUSED = Map.of(
            TypeReference.class, "T(...), which reaches a class",
            ConstructorReference.class, "new, which makes an object",
            BeanReference.class, "@, which reaches a bean",
            Assign.class, "=, which changes something",
            OpInc.class, "++, which changes something",
            OpDec.class, "--, which changes something",
            FunctionReference.class, "#...(...), which reaches anything");

    private static final Set<String> OBJECTS = Set.of("#strings", "#lists", "#numbers", "#bools");

    /** Of dates, texts and lists, and of the objects above. */
    private static final Set<String> METHODS = Set.of(
            "plain",
            "day",
            "ordinal",
            "monthAndYear",
            "iso",
            "name",
            "given",
            "isEmpty",
            "size",
            "length",
            "contains",
            "startsWith",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "toUpperCase",
            "toLowerCase",
            "capitalize",
            "capitalizeWords",
            "trim",
            "strip",
            "substringBefore",
            "substringAfter",
            "defaultString",
            "listJoin",
            "formatInteger",
            "isTrue",
            "isFalse");

    private final TemplateNames names;
    private final TemplateFile file;

    ReadExpression(TemplateFile file, TemplateNames names) {
        this.file = file;
        this.names = names;
    }

    /** Something that a template cannot have, in words. */
    static final class NotAllowed extends RuntimeException {

        private NotAllowed(String words) {
            super(words);
        }
    }

    /**
     * Looks through an expression.
     *
     * @param text without the brackets
     * @throws NotAllowed if a template cannot have it
     */
    void check(String text) {
        SpelNode root;
        try {
            root = ((SpelExpression) PARSER.parseExpression(text)).getAST();
        } catch (ParseException | IllegalStateException | IllegalArgumentException e) {
            throw new NotAllowed("the expression is not understood: " + text.strip());
        }
        check(root, Stands.FIRST);
    }

    /** Where a part of an expression stands. */
    private enum Stands {
        /** So it is one of the names of the template. */
        FIRST,
        /** So it belongs to what stands before it. */
        BEHIND,
        /** In {@code .![...]} or {@code .?[...]}: so it belongs to an element of a list. */
        OF_ELEMENT
    }

    private void check(SpelNode node, Stands stands) {
        if (REFUSED.containsKey(node.getClass())) {
            throw new NotAllowed("a template cannot have " + REFUSED.get(node.getClass()));
        }
        if (node instanceof CompoundExpression) {
            check(node.getChild(0), stands);
            for (int part = 1; part < node.getChildCount(); part++) {
                check(node.getChild(part), Stands.BEHIND);
            }
        } else if (node instanceof PropertyOrFieldReference property) {
            checkName(property.getName(), stands);
        } else if (node instanceof VariableReference) {
            checkObject(node.toStringAST(), stands);
        } else if (node instanceof MethodReference method) {
            checkMethod(method, stands);
        } else if (node instanceof Indexer) {
            if (!(node.getChild(0) instanceof IntLiteral)) {
                throw new NotAllowed("a template cannot have [...] with a name, which reaches anything");
            }
        } else if (node instanceof Projection || node instanceof Selection) {
            checkChildren(node, Stands.OF_ELEMENT);
        } else if (HARMLESS.contains(node.getClass())) {
            checkChildren(node, stands);
        } else {
            throw new NotAllowed("a template cannot have " + node.toStringAST());
        }
    }

    private void checkMethod(MethodReference method, Stands stands) {
        if (method.getName().equals("getClass")) {
            throw new NotAllowed("a template cannot have " + method.getName() + ", which reaches a class");
        }
        if (!METHODS.contains(method.getName()) || stands == Stands.FIRST) {
            throw new NotAllowed("a template cannot have " + method.getName() + "(...)");
        }
        // What is in the brackets begins with a name again, and not with what stands before the dot.
        checkChildren(method, Stands.FIRST);
    }

    private void checkChildren(SpelNode node, Stands stands) {
        for (int child = 0; child < node.getChildCount(); child++) {
            check(node.getChild(child), stands);
        }
    }

    private void checkName(String name, Stands stands) {
        if (name.toLowerCase(Locale.ROOT).contains("class")) {
            throw new NotAllowed("a template cannot have " + name + ", which reaches a class");
        }
        if (stands == Stands.FIRST && !names.have(name)) {
            throw new NotAllowed("there is no \"" + name + "\". " + file.fileName() + " can use: " + names.given());
        }
    }

    private static void checkObject(String name, Stands stands) {
        boolean element = stands == Stands.OF_ELEMENT && name.equals("#this");
        if (!element && !OBJECTS.contains(name)) {
            throw new NotAllowed("a template cannot have " + name);
        }
    }
}
