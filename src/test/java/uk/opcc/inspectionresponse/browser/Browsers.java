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
 * as root, else with Playwright's own download.
 */
public final class Browsers {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

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

    /** Of a machine that has other things to do. */
    private static final int LONG_ENOUGH = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONG_ENOUGH);
    }

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
            if (held.isValid() && find().isEmpty()) {
                fetch();
            }
            return find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fetch() {
        if (isRootOnDebian()) {
            run(List.of("apt-get", "update"));
            run(List.of("apt-get", "install", "--yes", "--no-install-recommends", "chromium"));
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
        Stream<Path> onThePath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onThePath, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("There is no Chromium or Chrome on this machine, and '"
                        + String.join(" ", command.subList(0, 2)) + " …' ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
