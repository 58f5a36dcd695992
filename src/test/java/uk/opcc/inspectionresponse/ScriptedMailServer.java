package uk.opcc.inspectionresponse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A mail server that does at each step of SMTP what a test wants, and keeps what it has taken over. */
public final class ScriptedMailServer implements AutoCloseable {

    /** In the place of an answer: the connection is dropped. */
    public static final String DROPS = "drops the connection";

    /** In the place of an answer: the client waits for one. */
    public static final String IS_SILENT = "is silent";

    private static final String GOOD = "250 good";

    /** Where a client is when the server is to answer. */
    public enum Step {
        CONNECTED("220 server.example"),
        GREETED("250 server.example"),
        SENDER(GOOD),
        RECIPIENT(GOOD),
        DATA("354 go on"),
        /** All of the mail has come; the server has taken it over unless it answers with a refusal. */
        MAIL("250 2.0.0 taken over");

        private final String usual;

        Step(String usual) {
            this.usual = usual;
        }
    }

    /** A mail that was taken over. */
    public record Received(String messageId, String text) {}

    private final ServerSocket socket;
    private final Thread doorkeeper;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile BiFunction<Step, String, String> script = (step, line) -> null;
    private volatile boolean dropsWithinMails;

    private ScriptedMailServer(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        doorkeeper = thread(this::serve);
    }

    /** Starts at a port; 0 for a free one. */
    public static ScriptedMailServer at(int port) {
        return new ScriptedMailServer(port);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it answers, by the step and the client's line; null for the usual answer. */
    public ScriptedMailServer answering(BiFunction<Step, String, String> answers) {
        script = answers;
        return this;
    }

    /**
     * Lets it drop the connection at the second line of each mail; what the network holds ready must not be all of it.
     */
    public ScriptedMailServer droppingWithinMails() {
        dropsWithinMails = true;
        return this;
    }

    /** What it has taken over, the answer heard or not. */
    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
            // Until whoever waits for a client has heard of it, the system still lets one in.
            doorkeeper.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mail server of the test");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                clients.add(client);
                thread(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            answer(out, Step.CONNECTED, "");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line.toUpperCase(java.util.Locale.ROOT).split("[ :]")[0]) {
                    case "EHLO", "HELO" -> answer(out, Step.GREETED, line);
                    case "MAIL" -> answer(out, Step.SENDER, line);
                    case "RCPT" -> answer(out, Step.RECIPIENT, line);
                    case "DATA" -> {
                        if (answer(out, Step.DATA, line).startsWith("354")) {
                            takeOver(out, lines);
                        }
                    }
                    case "QUIT" -> write(out, "221 bye");
                    default -> write(out, GOOD);
                }
            }
        } catch (IOException gone) {
            // The client, or the test, has ended it.
        } finally {
            clients.remove(client);
        }
    }

    private void takeOver(OutputStream out, BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
            if (line == null || dropsWithinMails && !text.isEmpty()) {
                throw new IOException("the mail was not ended");
            }
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        String messageId = Arrays.stream(text.toString().split("\r\n"))
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring(12))
                .findFirst()
                .orElseThrow();
        Received mail = new Received(messageId, text.toString());
        received.add(mail);
        String answer = script.apply(Step.MAIL, messageId);
        if (answer != null && answer.matches("[45]\\d\\d .*")) {
            received.remove(mail);
        }
        say(out, answer == null ? Step.MAIL.usual : answer);
    }

    private String answer(OutputStream out, Step step, String line) throws IOException {
        String answer = script.apply(step, line);
        String said = answer == null ? step.usual : answer;
        say(out, said);
        return said;
    }

    private static void say(OutputStream out, String answer) throws IOException {
        if (answer.equals(DROPS)) {
            throw new IOException(DROPS);
        }
        if (!answer.equals(IS_SILENT)) {
            write(out, answer);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
