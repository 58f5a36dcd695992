package uk.opcc.inspectionresponse.browser;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OfficeInTheBrowser
@DisplayName("Every control that is shown to those who have Cockpit too")
class EveryControlOfCockpitIT extends EveryControl {

    @Autowired
    EveryControlOfCockpitIT(TaskService tasks, RuntimeService runtime, @LocalServerPort int port) {
        super(tasks, runtime, port);
    }

    @ParameterizedTest(name = "to {0}")
    @CsvSource({"martin, demo", "bea, demo", "admin, admin"})
    @DisplayName("works, and says nothing that only machines say")
    void works(String user, String password) {
        worksFor(user, password, true);
    }
}
