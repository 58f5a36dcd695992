package uk.opcc.inspectionresponse.casework.distribution;

import java.util.Arrays;
import java.util.Optional;

/** One of several choices, with the word by which forms, variables and tables have it. */
interface Stored {

    String word();

    /** The choice that a word means, if it means one. */
    static <E extends Enum<E> & Stored> Optional<E> find(Class<E> choices, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
