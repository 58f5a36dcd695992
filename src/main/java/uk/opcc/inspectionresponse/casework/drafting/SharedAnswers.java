package uk.opcc.inspectionresponse.casework.drafting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.process.ProcessVariables.Explanation;
import uk.opcc.inspectionresponse.process.ProcessVariables.ExplanationText;

/** Answers that several items share. */
final class SharedAnswers {

    private SharedAnswers() {}

    /**
     * The explanations, each of which shares an answer only with one that still is the same: where an answer was
     * written anew, those that had shared it keep what they had, and share that among themselves.
     */
    static List<Explanation> renewed(List<Explanation> explanations) {
        Map<Integer, Explanation> byNumber =
                explanations.stream().collect(Collectors.toMap(Explanation::number, one -> one));
        Map<List<Object>, Integer> first = new HashMap<>();
        return explanations.stream()
                .map(one -> {
                    if (one.sameAs() == null) {
                        return one;
                    }
                    Explanation other = byNumber.get(one.sameAs());
                    if (other != null
                            && other.sameAs() == null
                            && other.number() != one.number()
                            && whatIsSaid(other).equals(whatIsSaid(one))) {
                        return one;
                    }
                    Integer now = first.putIfAbsent(List.of(one.sameAs(), whatIsSaid(one)), one.number());
                    return now == null ? one.sharing(null) : one.sharing(now);
                })
                .toList();
    }

    private static ExplanationText whatIsSaid(Explanation one) {
        return new ExplanationText(one.kind(), one.text(), null, one.owner(), one.targetDate());
    }
}
