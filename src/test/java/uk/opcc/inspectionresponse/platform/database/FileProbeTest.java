package uk.opcc.inspectionresponse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of the database")
class FileProbeTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("that has gone with its disk does not answer, and no empty one takes its place until it is back")
    void gone() throws Exception {
        Path file = folder.resolve("office.mv.db");
        Path away = folder.resolve("away");
        try (FileProbe probe = new FileProbe("jdbc:h2:file:" + folder.resolve("office"), "sa", "")) {
            probe.ask();
            probe.careFor(true);
            Files.move(file, away);

            assertThatThrownBy(probe::ask).isInstanceOf(SQLException.class).hasMessageContaining("is missing");
            assertThatThrownBy(probe::ask).isInstanceOf(SQLException.class);
            assertThat(file).doesNotExist();

            Files.move(away, file);
            probe.ask();
            probe.careFor(true);
        }
    }
}
