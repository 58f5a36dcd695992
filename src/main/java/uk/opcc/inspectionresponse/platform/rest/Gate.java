package uk.opcc.inspectionresponse.platform.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CompositeFilter;
import uk.opcc.inspectionresponse.platform.database.DatabaseWatch;
import uk.opcc.inspectionresponse.platform.deployment.ReleaseCheck;
import uk.opcc.inspectionresponse.platform.forms.DeployedForms;
import uk.opcc.inspectionresponse.platform.forms.Submissions;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.people.People;
import uk.opcc.inspectionresponse.platform.people.WhoseTasks;
import uk.opcc.inspectionresponse.platform.screens.NonceOfOneRequest;
import uk.opcc.inspectionresponse.platform.server.NeverStored;
import uk.opcc.inspectionresponse.platform.server.PlainPaths;
import uk.opcc.inspectionresponse.platform.server.RefuseWithoutDatabase;
import uk.opcc.inspectionresponse.platform.server.RelativeRedirects;
import uk.opcc.inspectionresponse.platform.server.RequestsOfStrangers;
import uk.opcc.inspectionresponse.platform.server.SignInForms;
import uk.opcc.inspectionresponse.platform.signin.OwnPassword;

/**
 * All filters of the application, in the order in which a request meets them. Between the two lists stands the sign-in,
 * with Spring Security's filters; after the second one come those of Camunda's web applications.
 */
@Configuration(proxyBeanMethods = false)
class Gate {

    private static final String SIGN_IN = "/sign-in";
    private static final String HEALTH = "/actuator/health";

    /** What brings the session has the order before it, {@code spring.session.servlet.filter-order}. */
    private static final int AFTER_THE_SESSION = Ordered.HIGHEST_PRECEDENCE + 2;

    /** The sign-in has Spring Boot's order, which is below 0, and what tells the screens who it is has 0. */
    private static final int AFTER_THE_SIGN_IN = 1;

    @Bean
    FilterRegistrationBean<CompositeFilter> beforeTheSession(DatabaseWatch database, OfficeProperties office) {
        return inThisOrder(
                Ordered.HIGHEST_PRECEDENCE,
                new RefuseWithoutDatabase(database, office.name(), HEALTH),
                new SignInForms(SIGN_IN));
    }

    @Bean
    FilterRegistrationBean<CompositeFilter> beforeTheSignIn(
            JerseyApplicationPath rest,
            ServerProperties server,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String screens) {
        return inThisOrder(
                AFTER_THE_SESSION,
                new RelativeRedirects(),
                new NeverStored(screens + "/api", rest.getPath()),
                new RequestsOfStrangers(
                        rest.getPath(),
                        server.getError().getPath(),
                        server.getTomcat().getThreads().getMax()),
                new NonceOfOneRequest(),
                new PlainPaths());
    }

    /** Each lets a request on or throws why it does not, which the first one answers. */
    @Bean
    FilterRegistrationBean<CompositeFilter> afterTheSignIn(
            ObjectMapper json,
            People people,
            WhoseTasks tasks,
            DeployedForms forms,
            Submissions submissions,
            StartedProcesses started,
            OwnPassword ownPassword,
            ReleaseCheck check,
            DatabaseWatch database,
            OfficeProperties office) {
        return inThisOrder(
                AFTER_THE_SIGN_IN,
                new AnswerRefusals(json, tasks, database),
                new ClosedRoutes(people),
                new ReadBody(office.largestRequest()),
                new CheckDeployment(check),
                new QueriesWithinBounds(people),
                new UserRequests(ownPassword),
                new TasksOfOthers(tasks, people),
                new SubmittedForms(forms, submissions, tasks, started),
                new ShownVariables(forms, tasks, people),
                new FilledForms(forms));
    }

    private static FilterRegistrationBean<CompositeFilter> inThisOrder(int order, Filter... filters) {
        CompositeFilter all = new CompositeFilter() {
            @Override
            public void init(FilterConfig config) {
                // With the one name of all of them each would take itself for one that has had its turn.
            }
        };
        all.setFilters(List.of(filters));
        FilterRegistrationBean<CompositeFilter> registration = new FilterRegistrationBean<>(all);
        registration.setOrder(order);
        // A stranger's form is handed on when all of it has come.
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return registration;
    }
}
