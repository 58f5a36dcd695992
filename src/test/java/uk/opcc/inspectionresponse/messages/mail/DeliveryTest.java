package uk.opcc.inspectionresponse.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.opcc.inspectionresponse.ScriptedMailServer;
import uk.opcc.inspectionresponse.ScriptedMailServer.Step;

/** Whatever the mail server does, and whenever the application is interrupted. */
@DisplayName("A mail")
class DeliveryTest {

    private static final String RIGHT = "right@office.example";
    private static final String WRONG = "wrong@office.example";

    /** How long it waits for an answer that will come, on a busy machine too. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** How long it waits for one that won't. */
    private static final Duration IMPATIENT = Duration.ofSeconds(1);

    private final MailInMemory mail = MailInMemory.to(RIGHT);

    @Nested
    @DisplayName("to the mail server")
    class ToTheServer {

        private ScriptedMailServer server;
        private Delivery delivery;

        @BeforeEach
        void serverIsThere() {
            server = ScriptedMailServer.at(0);
            delivery = over(server.port(), PATIENT);
        }

        @AfterEach
        void serverEnds() {
            server.close();
        }

        @Test
        @DisplayName("is claimed before anything of it is sent, and recorded as accepted with the server's answer")
        void accepted() {
            Map<Step, Progress> recorded = new EnumMap<>(Step.class);
            server.answering((step, line) -> {
                recorded.put(step, mail.progress());
                return null;
            });

            Outcome outcome = deliver();

            Progress waiting = new Progress.Waiting();
            Progress sending = new Progress.BeingSent();
            assertThat(recorded)
                    .isEqualTo(Map.of(
                            Step.CONNECTED, waiting,
                            Step.GREETED, waiting,
                            Step.SENDER, sending,
                            Step.RECIPIENT, sending,
                            Step.DATA, sending,
                            Step.MAIL, sending));
            assertThat(outcome).isEqualTo(new Outcome.Accepted("250 2.0.0 taken over"));
            assertThat(mail.progress()).isEqualTo(new Progress.Over(outcome));
            assertThat(mail.records()).containsExactly("claimed", "accepted");
            assertThat(server.received())
                    .extracting(ScriptedMailServer.Received::messageId)
                    .containsExactly("<1@office.example>");
        }

        @Test
        @DisplayName("waits where nobody answers at the server's port, and is sent once somebody does, once")
        void down() {
            server.close();
            assertThat(deliver()).isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
                assertThat(notSent.permanent()).isFalse();
                assertThat(notSent.reason()).contains("no connection to the mail server");
            });
            assertThat(mail.progress()).isEqualTo(new Progress.Waiting());
            assertThat(mail.records()).doesNotContain("claimed");

            server = ScriptedMailServer.at(0);
            delivery = over(server.port(), PATIENT);
            assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
            assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.received()).hasSize(1);
        }

        static List<Arguments> certainlyNotSent() {
            List<Arguments> cases = new ArrayList<>();
            for (Step step : Step.values()) {
                cases.add(Arguments.of(step, "421 4.3.2 shutting down"));
                cases.add(Arguments.of(step, "451 4.3.0 come back later"));
                if (step != Step.MAIL) {
                    cases.add(Arguments.of(step, ScriptedMailServer.DROPS));
                    cases.add(Arguments.of(step, ScriptedMailServer.IS_SILENT));
                }
            }
            // What the administrator can put right.
            cases.add(Arguments.of(Step.CONNECTED, "554 5.3.2 no service here"));
            cases.add(Arguments.of(Step.GREETED, "550 5.7.1 not you"));
            cases.add(Arguments.of(Step.SENDER, "530 5.7.0 sign in first"));
            cases.add(Arguments.of(Step.SENDER, "550 5.7.1 not from this address"));
            cases.add(Arguments.of(Step.DATA, "554 5.5.1 no valid recipients"));
            return cases;
        }

        @ParameterizedTest(name = "is tried again where the server, at the step {0}, answers: {1}")
        @MethodSource("certainlyNotSent")
        void triedAgain(Step faulty, String answer) {
            server.answering((step, line) -> step == faulty ? answer : null);
            waitsFor(answer);

            assertThat(deliver())
                    .isInstanceOfSatisfying(
                            Outcome.NotSent.class,
                            notSent -> assertThat(notSent.permanent()).isFalse());
            assertThat(server.received()).isEmpty();
            assertThat(mail.progress()).isEqualTo(new Progress.Waiting());

            server.answering((step, line) -> null);
            delivery = over(server.port(), PATIENT);
            assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.received()).hasSize(1);
        }

        private void waitsFor(String answer) {
            if (answer.equals(ScriptedMailServer.IS_SILENT)) {
                delivery = over(server.port(), IMPATIENT);
            }
        }

        @Test
        @DisplayName("is tried again where the connection is lost before all of it was sent")
        void lostWithinTheMail() {
            byte[] large = new byte[30_000_000];
            MailInMemory withFile = new MailInMemory(new Mail(
                    "<2@office.example>",
                    Instant.EPOCH,
                    List.of(new MailAddress(RIGHT)),
                    "Response",
                    "Here it is.",
                    List.of(new Mail.Attachment("response.pdf", "application/pdf", large))));
            server.droppingWithinMails();

            assertThat(delivery.deliver(withFile)).get().isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
                assertThat(notSent.permanent()).isFalse();
                assertThat(notSent.reason()).contains("the connection to the mail server was lost");
            });
            assertThat(server.received()).isEmpty();
            assertThat(withFile.progress()).isEqualTo(new Progress.Waiting());
        }

        @ParameterizedTest(name = "is refused for good where the server, at the step {0}, answers: {1}")
        @CsvSource({
            "RECIPIENT, 550 5.1.1 no such mailbox",
            "MAIL, 550 5.7.1 looks like spam",
            "MAIL, 552 5.3.4 too large",
            "MAIL, 554 5.6.0 not wanted",
            "SENDER, 552 5.3.4 too large"
        })
        void refused(Step faulty, String answer) {
            server.answering((step, line) -> step == faulty ? answer : null);

            Outcome outcome = deliver();

            assertThat(outcome).isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
                assertThat(notSent.permanent()).isTrue();
                assertThat(notSent.reason()).contains("the mail server refused it", answer.substring(10));
            });
            assertThat(mail.progress()).isEqualTo(new Progress.Over(outcome));
            server.answering((step, line) -> null);
            assertThat(deliver()).isEqualTo(outcome);
            assertThat(server.received()).isEmpty();
            assertThat(mail.records()).containsExactly("claimed", "refused");
        }

        @Test
        @DisplayName("goes to nobody where one of its recipients is refused")
        void oneIsRefused() {
            MailInMemory toTwo = MailInMemory.to(RIGHT, WRONG);
            server.answering((step, line) ->
                    step == Step.RECIPIENT && line.contains(WRONG) ? "550 5.1.1 no such mailbox" : null);

            assertThat(delivery.deliver(toTwo))
                    .get()
                    .isInstanceOfSatisfying(
                            Outcome.NotSent.class,
                            notSent -> assertThat(notSent)
                                    .isEqualTo(new Outcome.NotSent(
                                            "the mail server refused it: " + WRONG + ": 550 5.1.1 no such mailbox",
                                            true)));
            assertThat(server.received()).isEmpty();
        }

        @Test
        @DisplayName("names each recipient that is refused, also where the address of one ends as that of another")
        void severalAreRefused() {
            server.answering((step, line) -> step == Step.RECIPIENT ? "550 5.1.1 no such mailbox" : null);

            assertThat(delivery.deliver(MailInMemory.to("mary-jane@office.example", "jane@office.example")))
                    .get()
                    .isInstanceOfSatisfying(
                            Outcome.NotSent.class,
                            notSent -> assertThat(notSent.reason())
                                    .contains("mary-jane@office.example: 550", " jane@office.example: 550"));
        }

        @Test
        @DisplayName("goes to nobody yet where one of its recipients is wanted later")
        void oneIsWantedLater() {
            MailInMemory toTwo = MailInMemory.to(RIGHT, WRONG);
            server.answering((step, line) ->
                    step == Step.RECIPIENT && line.contains(WRONG) ? "451 4.7.1 come back later" : null);
            assertThat(delivery.deliver(toTwo)).get().isInstanceOf(Outcome.NotSent.class);
            assertThat(server.received()).isEmpty();
            assertThat(toTwo.progress()).isEqualTo(new Progress.Waiting());

            server.answering((step, line) -> null);
            delivery.deliver(toTwo);
            assertThat(server.received()).hasSize(1);
        }

        @ParameterizedTest(name = "is doubtful, and never sent again by itself, where the server had all of it and {0}")
        @ValueSource(strings = {ScriptedMailServer.DROPS, ScriptedMailServer.IS_SILENT})
        void doubtful(String fault) {
            server.answering((step, line) -> step == Step.MAIL ? fault : null);
            waitsFor(fault);

            Outcome outcome = deliver();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Doubtful.class,
                            doubtful ->
                                    assertThat(doubtful.reason()).contains("had the whole email and did not answer"));
            assertThat(mail.progress()).isEqualTo(new Progress.Over(outcome));
            server.answering((step, line) -> null);
            assertThat(deliver()).isEqualTo(outcome);
            assertThat(server.received()).hasSize(1);
            assertThat(mail.records()).containsExactly("claimed", "doubtful");
        }

        @Test
        @DisplayName("is doubtful, and not sent again, where the application was interrupted while it was sending it")
        void interrupted() {
            mail.claim();

            assertThat(deliver())
                    .isInstanceOfSatisfying(
                            Outcome.Doubtful.class,
                            doubtful -> assertThat(doubtful.reason()).contains("was interrupted"));
            assertThat(deliver()).isInstanceOf(Outcome.Doubtful.class);
            assertThat(server.received()).isEmpty();
            assertThat(mail.records()).containsExactly("claimed", "doubtful");
        }

        @Test
        @DisplayName("is not sent again where it was accepted and the job was rolled back after that")
        void acceptedBefore() {
            mail.claim();
            mail.accepted("250 taken over");

            assertThat(deliver()).isEqualTo(new Outcome.Accepted("250 taken over"));
            assertThat(server.received()).isEmpty();
        }

        @Test
        @DisplayName("is not sent by a second node while the first is still at it, and what the first hears stands")
        void twoNodes() {
            List<Outcome> second = new ArrayList<>();
            server.answering((step, line) -> {
                if (step == Step.MAIL) {
                    second.add(deliver());
                }
                return null;
            });

            assertThat(deliver()).isInstanceOf(Outcome.Accepted.class);

            assertThat(second).singleElement().isInstanceOf(Outcome.Doubtful.class);
            assertThat(server.received()).hasSize(1);
            assertThat(mail.records()).containsExactly("claimed", "doubtful", "accepted");
            assertThat(mail.progress()).isEqualTo(new Progress.Over(new Outcome.Accepted("250 2.0.0 taken over")));
        }

        @Test
        @DisplayName("is sent once where two nodes have read that it waits and both begin")
        void race() {
            server.answering((step, line) -> {
                if (step == Step.GREETED) {
                    // The other node is faster, between this one's reading and its claim.
                    server.answering((again, same) -> null);
                    deliver();
                }
                return null;
            });

            assertThatThrownBy(this::deliver)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is being sent by another node");

            assertThat(server.received()).hasSize(1);
            assertThat(mail.records()).containsExactly("claimed", "accepted");
        }

        @Test
        @DisplayName("that is not worth sending any more is no reason to ask the server")
        void nothingToSend() {
            AtomicInteger connections = new AtomicInteger();
            server.answering((step, line) -> {
                connections.incrementAndGet();
                return null;
            });
            MailInMemory overtaken = new MailInMemory(null);

            assertThat(delivery.deliver(overtaken)).isEmpty();

            assertThat(connections).hasValue(0);
            assertThat(overtaken.records()).isEmpty();
        }

        @Test
        @DisplayName("has the office's name in any letters, and where answers and what cannot be delivered go")
        void sender() throws MessagingException {
            List<String> senders = new ArrayList<>();
            server.answering((step, line) -> {
                if (step == Step.SENDER) {
                    senders.add(line);
                }
                return null;
            });
            over(
                            server.port(),
                            PATIENT,
                            new MailSettings(
                                    "Swyddfa Dyfed-Powys, Siân’s <office@office.example>",
                                    "Answers <answers@office.example>; second@office.example",
                                    "bounces@office.example",
                                    Path.of("unused")))
                    .deliver(mail);

            assertThat(senders).singleElement().asString().startsWith("MAIL FROM:<bounces@office.example>");
            MimeMessage received = new MimeMessage(
                    null,
                    new ByteArrayInputStream(server.received().get(0).text().getBytes(StandardCharsets.UTF_8)));
            assertThat(received.getHeader("From", null)).matches("\\p{ASCII}+");
            assertThat(received.getFrom()).singleElement().satisfies(from -> {
                assertThat(((InternetAddress) from).getPersonal()).isEqualTo("Swyddfa Dyfed-Powys, Siân’s");
                assertThat(((InternetAddress) from).getAddress()).isEqualTo("office@office.example");
            });
            assertThat(received.getReplyTo())
                    .extracting(Object::toString)
                    .containsExactly("answers@office.example", "second@office.example");
        }

        private Outcome deliver() {
            return delivery.deliver(mail).orElseThrow();
        }
    }

    private static Delivery over(int port, Duration patience) {
        return over(port, patience, new MailSettings("office@office.example", "", "", Path.of("unused")));
    }

    private static Delivery over(int port, Duration patience, MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", String.valueOf(patience.toMillis()));
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", String.valueOf(patience.toMillis()));
        return new Delivery(new SmtpServer(sender, settings));
    }

    @Nested
    @DisplayName("to a folder, as there is no mail server")
    class ToAFolder {

        private final Path folder;
        private final Delivery delivery;

        ToAFolder(@TempDir Path folder) {
            this.folder = folder.resolve("mail");
            this.delivery =
                    new Delivery(new MailFolder(new MailSettings("office@office.example", "", "", this.folder)));
        }

        @Test
        @DisplayName("is claimed, written to one file, and recorded as that: nobody has it")
        void written() throws IOException {
            Optional<Outcome> outcome = delivery.deliver(mail);

            assertThat(files()).hasSize(1);
            assertThat(outcome).contains(new Outcome.Written(files().get(0).toString()));
            assertThat(mail.records()).containsExactly("claimed", "written");
            assertThat(delivery.deliver(mail)).isEqualTo(outcome);
            assertThat(files()).hasSize(1);
        }

        @Test
        @DisplayName("is written again after an interruption, in the place of the file that may be there")
        void interrupted() throws IOException {
            MailInMemory before = MailInMemory.to(RIGHT);
            delivery.deliver(before);
            mail.claim();

            assertThat(delivery.deliver(mail)).get().isInstanceOf(Outcome.Written.class);

            assertThat(files()).hasSize(1);
            assertThat(mail.records()).containsExactly("claimed", "not sent", "claimed", "written");
        }

        @Test
        @DisplayName("is tried again where the file can't be written")
        void notWritten() throws IOException {
            Files.writeString(folder, "no folder");

            assertThat(delivery.deliver(mail)).get().isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
                assertThat(notSent.permanent()).isFalse();
                assertThat(notSent.reason()).contains("cannot be written");
            });
            assertThat(mail.progress()).isEqualTo(new Progress.Waiting());

            Files.delete(folder);
            assertThat(delivery.deliver(mail)).get().isInstanceOf(Outcome.Written.class);
            assertThat(files()).hasSize(1);
        }

        private List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }
    }
}
