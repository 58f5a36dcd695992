package uk.opcc.inspectionresponse.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

@Label("Addresses, whatever is typed,")
class MailAddressPropertiesTest {

    private static final List<String> FRAGMENTS = List.of(
            "a",
            "Z",
            "9",
            ".",
            "-",
            "_",
            "+",
            "@",
            "@office.example",
            "somebody",
            "o'brien",
            "\"",
            "<",
            ">",
            "(",
            ")",
            "[127.0.0.1]",
            ":",
            ",",
            ";",
            "\\",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\nBcc: x@y.example",
            "\0",
            "é",
            "\u2028",
            "\u202e",
            "!",
            "%",
            "=?UTF-8?Q?a?=",
            "a.b-c.example",
            "x.1");

    @Property
    @Label("are refused, or one mailbox each in which the library for mails sees the same one and no more")
    void oneMailbox(@ForAll("typed") String typed) throws AddressException {
        Optional<MailAddress> address = accepted(typed);

        if (address.isPresent()) {
            InternetAddress[] seen = InternetAddress.parse(typed, true);
            assertThat(seen).hasSize(1);
            assertThat(seen[0].getAddress()).isEqualTo(typed);
            assertThat(seen[0].getPersonal()).isNull();
            seen[0].validate();
            assertThat(typed).matches("[\\x21-\\x7E]+");
            assertThat(address.get()).hasToString(typed).isEqualTo(new MailAddress(typed));
        }
    }

    @Property
    @Label("are accepted where they are written as the office writes them")
    void written(@ForAll("addresses") String address) throws AddressException {
        assertThat(new MailAddress(address)).hasToString(address);
        new InternetAddress(address, true).validate();
    }

    @Property
    @Label("are the same list again where they are typed as they are shown, each of them once")
    void list(@ForAll @Size(min = 1, max = 20) List<@From("addresses") String> addresses) {
        List<MailAddress> read = MailAddress.list(String.join("; \r\n", addresses));

        assertThat(read)
                .extracting(MailAddress::value)
                .containsExactlyElementsOf(addresses.stream().distinct().toList());
        assertThat(MailAddress.list(read.stream().map(MailAddress::toString).collect(Collectors.joining(", "))))
                .isEqualTo(read);
        assertThat(MailAddress.list(String.join(",", addresses) + "," + String.join("\n", addresses)))
                .isEqualTo(read);
    }

    @Property
    @Label("are refused where a line end or any other control character is in one")
    void lineEnds(@ForAll("addresses") String address, @ForAll("controls") char control, @ForAll int anywhere) {
        int at = Math.floorMod(anywhere, address.length() + 1);
        String broken = address.substring(0, at) + control + address.substring(at);

        assertThatThrownBy(() -> new MailAddress(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.of(FRAGMENTS).list().ofMaxSize(6).map(parts -> String.join("", parts)),
                Combinators.combine(
                                Arbitraries.of(FRAGMENTS).list().ofMaxSize(2),
                                addresses(),
                                Arbitraries.of(FRAGMENTS).list().ofMaxSize(2))
                        .as((before, address, after) -> String.join("", before) + address + String.join("", after)),
                Combinators.combine(addresses(), Arbitraries.of(FRAGMENTS), Arbitraries.integers())
                        .as((address, fragment, anywhere) -> {
                            int at = Math.floorMod(anywhere, address.length());
                            return address.substring(0, at) + fragment + address.substring(at);
                        }),
                addresses().map(address -> address.replaceFirst("[.]", "..")));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> atoms = Arbitraries.strings()
                .withChars("abcXYZ0189!#$%&'*+/=?^_`{|}~-")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> labels = Arbitraries.strings()
                .withChars("abcXYZ0189-")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(label -> !label.startsWith("-") && !label.endsWith("-"));
        return Combinators.combine(
                        atoms.list().ofMinSize(1).ofMaxSize(3),
                        labels.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of("uk", "example", "x--y9"))
                .as((mailbox, domain, top) -> String.join(".", mailbox) + "@" + String.join(".", domain) + "." + top);
    }

    @Provide
    Arbitrary<Character> controls() {
        return Arbitraries.chars()
                .range('\0', '\u001f')
                .range('\u007f', '\u009f')
                .with('\u2028', '\u2029', ' ');
    }

    private static Optional<MailAddress> accepted(String typed) {
        try {
            return Optional.of(new MailAddress(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
