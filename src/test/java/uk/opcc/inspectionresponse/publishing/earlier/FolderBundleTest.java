package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import uk.opcc.inspectionresponse.platform.refusal.RequestRefused;

@DisplayName("A folder with earlier responses")
class FolderBundleTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is refused in words where something in it cannot be read")
    void notRead() {
        assertThatThrownBy(() -> new FolderBundle.Walk()
                        .visitFileFailed(folder.resolve("closed"), new AccessDeniedException("closed")))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.problem().message())
                                .startsWith("Folder: ")
                                .contains("closed cannot be read. Ask an administrator"));
    }

    @Test
    @DisplayName("leads to no file outside of it, also where a link takes the place of a file")
    void links() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "In it");
        try (Bundle bundle = FolderBundle.open(folder)) {
            Path outside = Files.writeString(folder.resolve("b.txt"), "Outside");
            Files.delete(file);
            Files.createSymbolicLink(file, outside);
            assertThatThrownBy(() -> bundle.files().get(0).read(100)).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("has a file refused in words whose name is too long as it is written, and not only as it is compared")
    void longName() throws IOException {
        String spaces = "a" + " ".repeat(220) + ".pdf";
        Files.write(folder.resolve(spaces), Parcel.pdf("Long"));
        try (Bundle bundle = FolderBundle.open(folder)) {
            NamedFiles files = new NamedFiles(bundle, DataSize.ofMegabytes(1), (name, format, document) -> {
                throw new AssertionError(name);
            });
            assertThat(files.check("a .pdf", true).problem()).contains("more than 200 characters");
        }
    }
}
