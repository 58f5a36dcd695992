package uk.opcc.inspectionresponse.browser;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OfficeInTheBrowser
@DisplayName("Every control that is shown to those who do the tasks")
class EveryControlOfTasklistIT extends EveryControl {

    @Autowired
    EveryControlOfTasklistIT(TaskService tasks, RuntimeService runtime, @LocalServerPort int port) {
        super(tasks, runtime, port);
    }

    @ParameterizedTest(name = "to {0}")
    @ValueSource(strings = {"priya", "grace", "helen", "tomasz"})
    @DisplayName("works, and says nothing that only machines say")
    void works(String user) {
        worksFor(user, "demo", false);
    }
}
