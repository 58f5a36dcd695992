package uk.opcc.inspectionresponse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds Chromium or Chrome on this machine, and fetches one where there is none: with the system's packages on Debian
 * as root, else with Playwright's own download. Before all others Chromium's own shell without a window is taken, and
 * fetched on Debian: it draws and runs a page as they do, and spends nothing on the window round it, which in the
 * others is half of the work.
 */
public final class Browsers {

    private static final String SHELL = "chromium-headless-shell";

    private static final List<String> NAMES =
            List.of(SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

    /** Without these it looks for its vendor's servers at every start. */
    private static final List<String> ALONE = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /**
     * As in the JVM of the tests: no page is open for long enough to gain what it costs to compile its scripts well.
     */
    private static final String COMPILED_LITTLE = "--js-flags=--max-opt=1";

    /** Of a machine that has other things to do. */
    private static final int LONG_ENOUGH = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONG_ENOUGH);
    }

    private static boolean isShellSought = true;

    private Browsers() {}

    /** A driver that downloads nothing by itself. */
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /**
     * Starts a browser without a window.
     *
     * @throws IllegalStateException if there is none and none could be fetched
     */
    public static synchronized Browser launch(Playwright driver) {
        Optional<Path> found = found();
        List<String> arguments = new ArrayList<>(ALONE);
        arguments.add(COMPILED_LITTLE);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium refuses to run as root inside its sandbox.
            arguments.add("--no-sandbox");
        }
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(arguments);
        found.ifPresent(options::setExecutablePath);
        return driver.chromium().launch(options);
    }

    /** Fetched by one of the processes that run tests side by side, while the others wait. */
    private static Optional<Path> found() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "browser-of-tests.lock");
        try (FileChannel one = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = one.lock()) {
            if (held.isValid()) {
                if (isShellSought
                        && isRootOnDebian()
                        && onThePath(List.of(SHELL)).isEmpty()) {
                    fetchShell();
                }
                isShellSought = false;
                if (find().isEmpty()) {
                    fetch();
                }
            }
            return find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where that is not possible, as on a Debian that has none yet or without a network, any other will do. */
    private static void fetchShell() {
        if (!isDone(install(SHELL))) {
            isDone(List.of("apt-get", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::Retries=0", "update"));
            isDone(install(SHELL));
        }
    }

    private static List<String> install(String thing) {
        return List.of("apt-get", "install", "--yes", "--no-install-recommends", thing);
    }

    private static void fetch() {
        if (isRootOnDebian()) {
            run(List.of("apt-get", "update"));
            run(install("chromium"));
        }
        if (find().isEmpty()) {
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "com.microsoft.playwright.CLI",
                    "install",
                    "--with-deps",
                    "chromium"));
        }
    }

    private static Optional<Path> find() {
        return onThePath(NAMES)
                .or(() -> APPLICATIONS.stream().filter(Files::isExecutable).findFirst());
    }

    /** The first of these names that is there. */
    private static Optional<Path> onThePath(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static void run(List<String> command) {
        if (!isDone(command)) {
            throw new IllegalStateException("There is no Chromium or Chrome on this machine, and '"
                    + String.join(" ", command.subList(0, 2)) + " …' failed");
        }
    }

    private static boolean isDone(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
