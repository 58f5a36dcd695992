package uk.opcc.inspectionresponse.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the code says: its texts, put together as they are where it puts them together. */
final class SaidByCode {

    private static final Path CODE = Path.of("src/main/java");

    /** What is given to these is for a database, a pattern, a browser or the log, and not for people. */
    private static final Set<String> NOT_TO_PEOPLE = Set.of(
            "sql",
            "prepareStatement",
            "policyDirectives",
            "compile",
            "ofPattern",
            "setHeader",
            "declare",
            "getResource",
            "IllegalStateException",
            "UnsupportedOperationException");

    /** Statements, formats and rules that stand in constants. */
    private static final Pattern OF_MACHINES = Pattern.compile(
            "(select|insert into|update|merge into|and searched|default-src|const settings|dateadd|objectGUID"
                    + "|d MMMM|set time zone|redirect:|export default|table-layout|th, td|\\?).*|.*(at time zone|export default|\\.ttf|%TABLE_NAME%"
                    + "|\\(\\?[:!<=]|\\\\b|\\[Aa]|[A-Z]{9} OF [A-Z]+ON).*",
            Pattern.DOTALL);

    private SaidByCode() {}

    /** Everything, in the order of the files and of the lines. */
    static List<Said> all() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> files = Files.walk(CODE)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .flatMap(unit -> {
                        Texts texts = new Texts();
                        texts.scan(unit, null);
                        String where = Path.of("")
                                .toAbsolutePath()
                                .relativize(
                                        Path.of(unit.getSourceFile().toUri()).toAbsolutePath())
                                .toString();
                        return texts.found.stream().map(words -> new Said(where, words));
                    })
                    .filter(said ->
                            said.isWords() && !OF_MACHINES.matcher(said.words()).matches())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Texts extends TreeScanner<Void, Void> {

        private final List<String> found = new ArrayList<>();

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String called = call.getMethodSelect().toString();
            if (called.startsWith("LOG.") || NOT_TO_PEOPLE.contains(nameOf(call.getMethodSelect()))) {
                return null;
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            return NOT_TO_PEOPLE.contains(made.getIdentifier().toString()) ? null : super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (sum.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(sum, nothing);
            }
            StringBuilder words = new StringBuilder();
            putTogether(sum, words);
            found.add(words.toString());
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                found.add(text);
            }
            return null;
        }

        private void putTogether(ExpressionTree part, StringBuilder words) {
            if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                putTogether(sum.getLeftOperand(), words);
                putTogether(sum.getRightOperand(), words);
            } else if (part instanceof LiteralTree literal) {
                words.append(literal.getValue());
            } else if (part instanceof ParenthesizedTree inBrackets) {
                putTogether(inBrackets.getExpression(), words);
            } else if (part instanceof ConditionalExpressionTree either) {
                words.append('(');
                putTogether(either.getTrueExpression(), words);
                words.append(" or: ");
                putTogether(either.getFalseExpression(), words);
                words.append(')');
            } else {
                words.append('{').append(nameOf(part)).append('}');
                scan(part, null);
            }
        }

        private static String nameOf(ExpressionTree part) {
            if (part instanceof IdentifierTree identifier) {
                return identifier.getName().toString();
            }
            if (part instanceof MemberSelectTree member) {
                return member.getIdentifier().toString();
            }
            if (part instanceof MethodInvocationTree call) {
                return nameOf(call);
            }
            return "…";
        }

        /** What a person would call it: of {@code WrittenDate.of(today)}, today. */
        private static String nameOf(MethodInvocationTree call) {
            String name = nameOf(call.getMethodSelect());
            boolean saysLittle = Set.of(
                            "of", "get", "to", "shortened", "name", "strip", "orElseThrow", "orElse", "join", "shown")
                    .contains(name);
            if (saysLittle && !call.getArguments().isEmpty()) {
                return nameOf(call.getArguments().get(call.getArguments().size() - 1));
            }
            return saysLittle && call.getMethodSelect() instanceof MemberSelectTree member
                    ? nameOf(member.getExpression())
                    : name;
        }
    }
}
