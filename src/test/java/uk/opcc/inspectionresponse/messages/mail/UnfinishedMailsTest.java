package uk.opcc.inspectionresponse.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is left of an email that was not written to its end")
class UnfinishedMailsTest {

    private static final Instant NOW = Instant.parse("2018-07-19T09:30:00Z");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is removed when it is an hour old, and nothing else is")
    void cleared() throws IOException {
        Path left = file("unfinished-1.tmp", Duration.ofHours(2));
        Path beingWritten = file("unfinished-2.tmp", Duration.ofMinutes(1));
        Path mail = file("2018-07-19-one.eml", Duration.ofDays(2));
        MailFolder.clear(folder, NOW);
        assertThat(left).doesNotExist();
        assertThat(beingWritten).exists();
        assertThat(mail).exists();
        MailFolder.clear(folder.resolve("nowhere"), NOW);
    }

    private Path file(String name, Duration age) throws IOException {
        return Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(NOW.minus(age)));
    }
}
