package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

@DisplayName("The folder with the office's own templates")
class TemplateFolderTest {

    @TempDir
    private Path here;

    @Test
    @DisplayName("is there where the setting names it, and is none where that is empty")
    void named() {
        assertThat(folder("").path()).isEmpty();
        assertThat(folder("  ").path()).isEmpty();
        assertThat(folder(here.toString()).path()).contains(here);
    }

    @ParameterizedTest(name = "stops the start where it is {0}: {1}")
    @CsvSource({"gone, there is no such folder", "a-file, it is no folder", "no path, this is no path of a folder"})
    void refused(String name, String words) throws IOException {
        Files.writeString(here.resolve("a-file"), "");

        assertThatThrownBy(() -> folder(
                        name.equals("no path") ? "a\0b" : here.resolve(name).toString()))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("office.templates is ")
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("is explained at the start, in the place of a stack")
    void explained() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(ExplainRefusedSetting.class);
    }

    private static TemplateFolder folder(String setting) {
        OfficeProperties settings = mock(OfficeProperties.class);
        when(settings.templates()).thenReturn(setting);
        return TemplateFolder.in(settings);
    }
}
