package uk.opcc.inspectionresponse.platform.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

@DisplayName("The settings of the office")
class OfficePropertiesTest {

    private final ApplicationContextRunner office = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class, OfficeBranches.class);

    @Test
    @DisplayName("are all there as the application is delivered")
    void delivered() {
        office.run(context -> isWhole("office", context.getBean(OfficeProperties.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office.nam",
                "office.sign-in.lpad.url",
                "office.sign-in.ldap.user-filtre",
                "office.sign-in.password.minimum",
                "office.register.folder",
                "office.document.headings",
                "office.recipients.hmcifrs.address",
                "office.monitoring.each"
            })
    @DisplayName("stop the start where one is mistyped, and say which")
    void mistyped(String key) {
        office.withPropertyValues(key + "=x")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(key));
    }

    @Test
    @DisplayName("name those who sign, each with a title and once")
    void signatories() {
        office.withPropertyValues("office.signatories[0].name=Ada Quill", "office.signatories[0].title= ")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("office.signatories: Ada Quill has no title"));
        office.withPropertyValues(
                        "office.signatories[0].name=Ada Quill",
                        "office.signatories[0].title=Deputy",
                        "office.signatories[1].name=Ada Quill ",
                        "office.signatories[1].title=Deputy")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("office.signatories has Ada Quill, Deputy twice"));
        office.run(context -> assertThat(context.getBean(Signatories.class).all())
                .extracting(Signatories.One::label)
                .startsWith("Police and Crime Commissioner for Norfolk"));
    }

    @Test
    @DisplayName("may be another's for all that an operator may name")
    void named() {
        office.withPropertyValues(
                        "office.recipients.hmicfrs.address=a@b.example",
                        "office.recipients.hmicfrs.letter.subject=Hello",
                        "office.sign-in.groups.[A Team]=managers",
                        "office.recipients.website.box=Out",
                        "office.deployed-resources=file:a/*.bpmn,file:b/*.form",
                        "office.sign-in.ldap.stable-ids=one,two")
                .run(context -> {
                    OfficeProperties settings = context.getBean(OfficeProperties.class);
                    assertThat(settings.recipients().hmicfrs().address()).isEqualTo("a@b.example");
                    assertThat(settings.recipients().hmicfrs().letter().subject())
                            .isEqualTo("Hello");
                    assertThat(settings.signIn().groups()).containsEntry("A Team", "managers");
                    assertThat(settings.deployedResources()).containsExactly("file:a/*.bpmn", "file:b/*.form");
                    assertThat(settings.signIn().ldap().stableIds()).containsExactly("one", "two");
                    assertThat(settings.recipients().boxes()).containsEntry("publish-on-website", "Out");
                });
    }

    @Test
    @DisplayName("are read from the environment, by the names that administrators know")
    void environment() {
        Map<String, Object> variables = Map.of(
                "OFFICE_LARGEST_REQUEST", "1MB",
                "OFFICE_DEPLOYED_RESOURCES", "file:/srv/process/*.*",
                "OFFICE_SIGNIN_PASSWORD_MINLENGTH", "15",
                "OFFICE_DOCUMENT_LARGESTRESPONSE", "40",
                "OFFICE_TRUSTED_PROXIES", "192[.]0[.]2[.]1");
        String environment = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        office.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(environment, new SystemEnvironmentPropertySource(environment, variables)))
                .run(context -> {
                    OfficeProperties settings = context.getBean(OfficeProperties.class);
                    assertThat(settings.largestRequest()).isEqualTo(DataSize.ofMegabytes(1));
                    assertThat(settings.deployedResources()).containsExactly("file:/srv/process/*.*");
                    assertThat(settings.signIn().password().minLength()).isEqualTo(15);
                    assertThat(settings.document().largestResponse()).isEqualTo(40);
                });
    }

    private static void isWhole(String name, Object part) throws ReflectiveOperationException {
        assertThat(part).as(name).isNotNull();
        if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                isWhole(
                        name + "." + component.getName(),
                        component.getAccessor().invoke(part));
            }
        }
    }

    @EnableConfigurationProperties(OfficeProperties.class)
    static class Settings {}
}
