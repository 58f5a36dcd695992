package uk.opcc.inspectionresponse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.opcc.inspectionresponse.OfficeServer;
import uk.opcc.inspectionresponse.Staff;
import uk.opcc.inspectionresponse.Visitor;
import uk.opcc.inspectionresponse.platform.people.Groups;

@OfficeServer
@DisplayName("The application's version")
class VersionTest {

    private final IdentityService identity;
    private final Visitor visitor;

    @Autowired
    VersionTest(IdentityService identity, @LocalServerPort int port) {
        this.identity = identity;
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void everybodyIsThere() {
        Staff.employ(identity);
    }

    @Test
    @DisplayName("is told to administrators with its commit, so that they can say what they run")
    void administrators() throws IOException {
        JsonNode info = new ObjectMapper()
                .readTree(asked("/actuator/info", Groups.ADMINISTRATORS).body());
        assertThat(info.at("/build/version").asText()).isEqualTo(versionInThePom());
        if (Files.exists(Path.of(".git"))) {
            assertThat(info.at("/git/commit/id/full").asText()).matches("[0-9a-f]{40}");
            assertThat(info.at("/git/dirty").asText()).isIn("true", "false");
        } else {
            assertThat(info.at("/git/commit").isMissingNode()).isTrue();
        }
        assertThat(info.toString()).doesNotContain("host", "email", System.getProperty("user.home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/sbom", "/actuator/sbom/application", "/META-INF/sbom/application.cdx.json"})
    @DisplayName("tells nobody over the network which libraries are in it")
    void libraries(String address) {
        assertThat(asked(address, Groups.POLICY_OFFICERS).statusCode()).isIn(403, 404);
        assertThat(asked(address, Groups.ADMINISTRATORS).statusCode()).isIn(403, 404);
    }

    private HttpResponse<String> asked(String address, String person) {
        visitor.signsIn(person, Staff.password(person));
        return visitor.sees(address);
    }

    private static String versionInThePom() throws IOException {
        Matcher version = Pattern.compile("</parent>.*?<version>([^<]+)</version>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
