package uk.opcc.inspectionresponse.start;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Lets the application not start without a password for the administrator: the engine would create one whose password
 * is empty, or the user name.
 *
 * <p>It looks before any other bean is made, so that neither a database nor a user is created.
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
        if (!StringUtils.hasText(environment.getProperty(PASSWORD))) {
            throw new AdministratorHasNoPassword();
        }
    }
}
