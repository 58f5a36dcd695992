package uk.opcc.inspectionresponse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "uk.opcc.inspectionresponse";

    private static final DescribedPredicate<JavaClass> ENGINE = DescribedPredicate.describe(
            "belong to Camunda", type -> type.getName().startsWith("org.camunda."));

    private static final DescribedPredicate<JavaClass> INTERNALS = ENGINE.and(DescribedPredicate.describe(
            "are internal",
            type -> type.getName().contains(".impl.")
                    // IdentityService, which is public, returns this one.
                    && !type.getName().equals("org.camunda.bpm.engine.impl.identity.Authentication")));

    private static final Map<String, String[]> WINGS = Map.ofEntries(
            mayUse("oversight", "casework", "publishing", "messages", "platform", "process", "statutory"),
            mayUse("casework", "publishing", "messages", "platform", "process", "statutory"),
            mayUse("publishing", "platform", "statutory"),
            mayUse("messages", "platform", "process", "statutory"),
            mayUse("platform", "process", "statutory"),
            mayUse("process", "statutory"),
            mayUse("statutory"),
            mayUse("demo", "messages", "platform", "process", "statutory"));

    private static final Set<String> COUNTING =
            Set.of("plusDays", "minusDays", "plusWeeks", "minusWeeks", "until", "datesUntil", "between");

    @ArchTest
    static final ArchRule aWingUsesOnlyThoseBelowIt = layers();

    @ArchTest
    static final ArchRule dependenciesBetweenPackagesRunOneWay =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule publishingAndMailKnowNoEngine = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".publishing..", ROOT + ".messages.mail..")
            .should()
            .dependOnClassesThat(ENGINE);

    @ArchTest
    static final ArchRule theRulesOfFormsKnowNoServer = noClasses()
            .that()
            .resideInAPackage(ROOT + ".platform.forms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..");

    @ArchTest
    static final ArchRule nothingReachesIntoTheGate = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".platform.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".platform.rest..");

    @ArchTest
    static final ArchRule whatADiagramCallsIsCasework = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".casework..")
            .should()
            .beAssignableTo(JavaDelegate.class)
            .orShould()
            .beAssignableTo(TaskListener.class)
            .orShould()
            .beAssignableTo(ExecutionListener.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(BpmnError.class);

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses code) {
        assertThat(code.stream().flatMap(ArchitectureTest::packages).distinct().map(ArchitectureTest::info))
                .isNotEmpty()
                .allSatisfy(info -> assertThat(info).isRegularFile());
    }

    @ArchTest
    static final ArchRule theStatutoryRuleDependsOnNothing = classes()
            .that()
            .resideInAPackage("..statutory..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..statutory..");

    /** A stream that nobody closes keeps its connection, and thirty of them stop the application. */
    @ArchTest
    static final ArchRule rowsAreReadAsAList =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule nothingElseCountsDays = noClasses()
            .that()
            .areNotAssignableTo(StatutoryPeriod.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe("counts days", ArchitectureTest::countsDays));

    @ArchTest
    static final ArchRule theTimeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks for the time past the Clock bean", ArchitectureTest::asksForTheTime))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule nothingUsesTheInternalsOfTheEngine = noClasses()
            .that()
            // Each says why the public API can't do it.
            .doNotHaveSimpleName("SignedInToScreens")
            .and()
            .doNotHaveSimpleName("TaskAuthorizations")
            .and()
            .doNotHaveSimpleName("NoteRefusals")
            .and()
            .doNotHaveSimpleName("BeforeEachCommand")
            .and()
            .doNotHaveSimpleName("EngineParser")
            .and()
            .doNotHaveSimpleName("HistoryThatIsKept")
            .and()
            .haveNameNotMatching(".*\\.NoExpressionsInQueries(\\$.*)?")
            .and()
            .haveNameNotMatching(".*\\.EngineAccounts(\\$.*)?")
            .and()
            .haveNameNotMatching(".*\\.JobsOfThisServer(\\$.*)?")
            .should()
            .dependOnClassesThat(INTERNALS);

    /** After a change of the engine's name the rules about it would look for nothing, and find nothing. */
    @ArchTest
    static void theEngineAndItsInternalsAreFound(JavaClasses code) {
        assertThat(dependencies(code).filter(ENGINE))
                .as(ENGINE.getDescription())
                .isNotEmpty();
        assertThat(dependencies(code).filter(INTERNALS))
                .as(INTERNALS.getDescription())
                .isNotEmpty();
    }

    private static Map.Entry<String, String[]> mayUse(String wing, String... others) {
        return Map.entry(wing, others);
    }

    private static ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String wing : WINGS.keySet()) {
            layers = layers.layer(wing).definedBy(ROOT + "." + wing + "..");
        }
        for (Map.Entry<String, String[]> wing : WINGS.entrySet()) {
            layers = wing.getValue().length == 0
                    ? layers.whereLayer(wing.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(wing.getKey()).mayOnlyAccessLayers(wing.getValue());
        }
        return layers.ensureAllClassesAreContainedInArchitectureIgnoring(ROOT);
    }

    private static Stream<JavaClass> dependencies(JavaClasses code) {
        return code.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass);
    }

    /** The package of a class, and those in which that is. */
    private static Stream<String> packages(JavaClass type) {
        return Stream.iterate(
                type.getPackageName(), name -> name.startsWith(ROOT), name -> name.substring(0, name.lastIndexOf('.')));
    }

    private static Path info(String name) {
        return Path.of("src/main/java", name.split("\\.")).resolve("package-info.java");
    }

    private static boolean countsDays(JavaCall<?> call) {
        return COUNTING.contains(call.getName())
                && (call.getTargetOwner().isAssignableTo(ChronoLocalDate.class)
                        || call.getTargetOwner().isAssignableTo(ChronoZonedDateTime.class)
                        || call.getTargetOwner().isEquivalentTo(ChronoUnit.class));
    }

    private static boolean asksForTheTime(JavaCall<?> call) {
        return call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")
                || call.getName().equals("currentTimeMillis")
                        && call.getTargetOwner().isEquivalentTo(System.class)
                || call.getName().startsWith("system")
                        && call.getTargetOwner().isEquivalentTo(Clock.class)
                        && !call.getOriginOwner().getSimpleName().equals("InspectionResponseApplication")
                || call.getName().equals("now") && call.getTargetOwner().isEquivalentTo(Instant.class);
    }
}
