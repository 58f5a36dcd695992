package uk.opcc.inspectionresponse.platform.expressions;

import java.util.List;
import java.util.stream.Stream;

/** A part of an expression of a diagram, such as <code>${recipients.mailServer()}</code>. */
public sealed interface Juel {

    /** The parts that it consists of. */
    List<Juel> parts();

    /** A name at the beginning, of a variable or a bean. */
    record Name(String name) implements Juel {
        @Override
        public List<Juel> parts() {
            return List.of();
        }
    }

    /** A text in quotation marks. */
    record Quoted(String text) implements Juel {
        @Override
        public List<Juel> parts() {
            return List.of();
        }
    }

    /** What stands after a dot. */
    record Property(Juel of, String name) implements Juel {
        @Override
        public List<Juel> parts() {
            return List.of(of);
        }
    }

    /** A method that is called with arguments. */
    record Call(Juel of, String method, List<Juel> arguments) implements Juel {
        @Override
        public List<Juel> parts() {
            return Stream.concat(Stream.of(of), arguments.stream()).toList();
        }
    }

    /** A function, which belongs to nothing. */
    record Function(String name, List<Juel> arguments) implements Juel {
        @Override
        public List<Juel> parts() {
            return arguments;
        }
    }

    /** Anything else, such as a comparison. */
    record Other(List<Juel> parts) implements Juel {}

    /** Plain text without any expression. */
    record Plain(String text) implements Juel {
        @Override
        public List<Juel> parts() {
            return List.of();
        }
    }
}
