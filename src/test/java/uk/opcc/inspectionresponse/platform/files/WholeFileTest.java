package uk.opcc.inspectionresponse.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A file that is written whole or not at all")
class WholeFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("replaces the one before, and leaves nothing beside it")
    void replaces(Way way) throws IOException {
        Path file = folder.resolve("page.html");
        way.write(file, new byte[] {1, 2, 3});
        way.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("is not there, nor anything beside it, where it can't take its place")
    void fails(Way way) throws IOException {
        Path taken = Files.createDirectories(folder.resolve("page.html").resolve("below"));
        assertThatThrownBy(() -> way.write(taken.getParent(), new byte[] {1})).isInstanceOf(IOException.class);
        assertThat(folder.toFile().list()).containsExactly("page.html");
        assertThat(taken).isDirectory();
    }

    @ParameterizedTest
    @MethodSource("ofOwner")
    @DisplayName("is the owner's alone where it is asked for so")
    void ofOwnerAlone(Way way) throws IOException {
        Path file = folder.resolve("mail.eml");
        way.write(file, new byte[] {1});
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    static Stream<Way> ways() {
        return Stream.of(WholeFile::write, WholeFile::writeForOwnerAlone);
    }

    static Stream<Way> ofOwner() {
        return Stream.of(WholeFile::writeForOwnerAlone);
    }

    /** How a file is written. */
    interface Way {
        void write(Path file, byte[] content) throws IOException;
    }
}
