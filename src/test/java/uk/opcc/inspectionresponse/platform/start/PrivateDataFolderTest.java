package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@DisplayName("The data folder")
class PrivateDataFolderTest {

    private static final String NAME = "inspection-response";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is made for its owner alone, and so is the database in it")
    void isMade() throws IOException, SQLException {
        Path data = folder.resolve("office/data");
        new PrivateDataFolder(data, NAME).prepare();
        open(data);

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve(NAME + ".mv.db"))).isEqualTo("rw-------");
        new PrivateDataFolder(data, NAME).prepare();
        open(data);
    }

    @Test
    @DisplayName("of an earlier release is narrowed, with all that is in it")
    void isNarrowed() throws IOException, SQLException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path mail = Files.createDirectory(data.resolve("mail"));
        Path letter = Files.writeString(mail.resolve("2018-07-19.eml"), "Dear colleague");
        open(data);
        allow(data, "rwxr-xr-x");
        allow(mail, "rwxr-xr-x");
        allow(letter, "rw-r--r--");
        allow(data.resolve(NAME + ".mv.db"), "rw-rw-r--");
        new PrivateDataFolder(data, NAME).prepare();

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(mail)).isEqualTo("rwx------");
        assertThat(permissions(letter)).isEqualTo("rw-------");
        assertThat(permissions(data.resolve(NAME + ".mv.db"))).isEqualTo("rw-------");
    }

    @Test
    @DisplayName("in which others have something is left to them, but the database is not")
    void isForOthersToo() throws IOException, SQLException {
        Path data = Files.createDirectory(folder.resolve("srv"));
        Path site = Files.createDirectory(data.resolve("www"));
        allow(data, "rwxr-xr-x");
        allow(site, "rwxr-xr-x");
        new PrivateDataFolder(data, NAME).prepare();
        open(data);

        assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(site)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(data.resolve(NAME + ".mv.db"))).isEqualTo("rw-------");
    }

    @Test
    @DisplayName("that somebody has made and left empty is left as it is")
    void isEmpty() throws IOException {
        allow(folder, "rwxr-xr-x");
        new PrivateDataFolder(folder, NAME).prepare();
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    }

    private static void open(Path data) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve(NAME) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "")) {
            database.createStatement().execute("create table if not exists inspection (id int)");
        }
    }

    private static void allow(Path entry, String permissions) throws IOException {
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path entry) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(entry));
    }
}
