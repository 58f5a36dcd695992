package uk.opcc.inspectionresponse.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import uk.opcc.inspectionresponse.platform.rest.Door;

/** Inspections from the report to the last copy, at one server, and how long each completion of a task takes there. */
abstract class Lifecycle implements AutoCloseable {

    static final int RECOMMENDATIONS = 3;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final Random lengths = new Random(55);
    private volatile Runnable before = () -> {};
    private volatile Runnable after = () -> {};

    /** Takes an inspection to its end. */
    abstract void inspection();

    /** Registers a report, and gives the id of its inspection. */
    abstract String registered();

    /** The id of the timer of day 50 in its diagram. */
    abstract String escalation();

    /** The name of its database. */
    abstract String database();

    /** Runs these around each completion. */
    void around(Runnable begins, Runnable ends) {
        before = begins;
        after = ends;
    }

    void forget() {
        milliseconds.clear();
    }

    /** How long each completion took, the shortest first. */
    double[] milliseconds() {
        return milliseconds.stream().mapToDouble(time -> time).sorted().toArray();
    }

    Door.Answer timed(Door door, String path, Map<String, ?> body) {
        before.run();
        long begin = System.nanoTime();
        Door.Answer answer = door.post(path, body);
        milliseconds.add((System.nanoTime() - begin) / 1e6);
        after.run();
        return answer.good();
    }

    /** The open tasks of an inspection with this id of the diagram, once there are as many. */
    static List<String> tasks(Door manager, String inspection, String key, int number) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(LONG_ENOUGH)
                .until(
                        () -> {
                            List<String> ids = new ArrayList<>();
                            manager.get("/task?processInstanceId=" + inspection + "&taskDefinitionKey=" + key)
                                    .good()
                                    .json()
                                    .forEach(task -> ids.add(task.path("id").asText()));
                            return ids;
                        },
                        found -> found.size() >= number);
    }

    static void awaitEnd(Door manager, String inspection) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(LONG_ENOUGH)
                .until(() -> manager.get("/history/process-instance/" + inspection)
                        .good()
                        .json()
                        .path("state")
                        .asText()
                        .equals("COMPLETED"));
    }

    /** A text of 3,000 to 10,000 characters. */
    String text() {
        int length;
        synchronized (lengths) {
            length = 3_000 + lengths.nextInt(7_000);
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("The force has reviewed how it deals with calls at night, and will report in ")
                    .append(text.length())
                    .append(" days.")
                    .append(text.length() % 5 == 0 ? "\n\n" : " ");
        }
        return text.substring(0, length).strip();
    }

    static Map<String, Object> json(Map<String, ?> value) {
        try {
            return Map.of(
                    "type",
                    "Json",
                    "value",
                    new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> plain(String value) {
        return Map.of("value", value);
    }

    @Override
    public abstract void close();

    static String id(JsonNode answer) {
        return answer.path("id").asText();
    }
}
