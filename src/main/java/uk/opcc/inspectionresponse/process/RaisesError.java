package uk.opcc.inspectionresponse.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a diagram calls may end with an error of the diagram, which has to catch it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RaisesError {

    /** The code of the error, as the diagram has it. */
    String value();
}
