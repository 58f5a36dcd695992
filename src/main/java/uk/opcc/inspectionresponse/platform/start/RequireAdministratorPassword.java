package uk.opcc.inspectionresponse.platform.start;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import uk.opcc.inspectionresponse.platform.accounts.PasswordRules;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;

/**
 * Lets the application not start without a good password for the administrator: the engine would create one whose
 * password is empty, or the user name.
 *
 * <p>It looks before any other bean is made, so that neither a database nor a user is created. An administrator who is
 * there already has a password, whatever is configured.
 */
@Component
class RequireAdministratorPassword implements BeanFactoryPostProcessor, EnvironmentAware, Ordered {

    private static final String PASSWORD = "camunda.bpm.admin-user.password";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** Before the folder for the database is made. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String password = environment.getProperty(PASSWORD);
        if (!StringUtils.hasText(password)) {
            throw new AdministratorHasNoPassword();
        }
        // Those of the demo are known to everybody.
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            List<String> broken = rules().brokenBy(password, environment.getProperty("camunda.bpm.admin-user.id"));
            if (!broken.isEmpty() && !PresentAdministrator.mayExist(environment)) {
                throw new AdministratorsPasswordRefused(String.join(", and ", broken));
            }
        }
    }

    private PasswordRules rules() {
        OfficeProperties.Passwords settings =
                Binder.get(environment).bindOrCreate("office.sign-in.password", OfficeProperties.Passwords.class);
        return new PasswordRules(settings.minLength(), environment.getProperty("office.name", ""));
    }
}
