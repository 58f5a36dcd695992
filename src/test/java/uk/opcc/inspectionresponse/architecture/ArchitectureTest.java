package uk.opcc.inspectionresponse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

@AnalyzeClasses(packages = "uk.opcc.inspectionresponse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> COUNTING =
            Set.of("plusDays", "minusDays", "plusWeeks", "minusWeeks", "until", "datesUntil", "between");

    @ArchTest
    static final ArchRule dependenciesBetweenPackagesRunOneWay =
            slices().matching("uk.opcc.inspectionresponse.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStatutoryRuleDependsOnNothing = classes()
            .that()
            .resideInAPackage("..statutory..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..statutory..");

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
            .haveNameNotMatching(".*\\.NoExpressionsInQueries(\\$.*)?")
            .and()
            .haveNameNotMatching(".*\\.EngineAccounts(\\$.*)?")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to the internals of Camunda",
                    target -> target.getName().startsWith("org.camunda.")
                            && target.getName().contains(".impl.")
                            // IdentityService, which is public, returns this one.
                            && !target.getName().equals("org.camunda.bpm.engine.impl.identity.Authentication")));

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
