package uk.opcc.inspectionresponse.publishing.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.opcc.inspectionresponse.publishing.document.Format;

@DisplayName("A Word document")
class DocumentFileTest {

    @ParameterizedTest
    @CsvSource({
        "word/document.xml,true",
        "word/document2.xml,true",
        "word/documents.xml,false",
        "other/word/document.xml,false"
    })
    @DisplayName("is told by the name of its main part, also as Word on the web writes it")
    void mainPart(String part, boolean isWord) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", new byte[] {1});
        parts.put(part, new byte[] {1});
        assertThat(DocumentFile.is(Format.WORD, Parcel.zip(parts))).isEqualTo(isWord);
    }

    @Test
    @DisplayName("is none where it is cut off, wherever that is, or where its list of parts is wrong")
    void cutOff() {
        for (int length = 0; length < Parcel.WORD.length; length++) {
            assertThat(DocumentFile.is(Format.WORD, Arrays.copyOf(Parcel.WORD, length)))
                    .isFalse();
        }
        byte[] wrong = Parcel.WORD.clone();
        Arrays.fill(wrong, wrong.length - 10, wrong.length - 6, (byte) 0xFF);
        assertThat(DocumentFile.is(Format.WORD, wrong)).isFalse();
    }
}
