package uk.opcc.inspectionresponse.publishing.earlier;

import org.junit.jupiter.api.DisplayName;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:interrupted-import")
@DisplayName("An import that is interrupted")
class InterruptedImportTest extends InterruptedImport {}
