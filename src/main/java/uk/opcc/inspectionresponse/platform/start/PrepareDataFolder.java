package uk.opcc.inspectionresponse.platform.start;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Has the folder of the database private, and its file no larger than need be, before the database is opened, where the
 * database is a file.
 */
@Component
class PrepareDataFolder implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+)(;.*)?");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Matcher url = FILE.matcher(environment.getProperty("spring.datasource.url", ""));
        if (url.matches()) {
            Path file = Path.of(url.group(1)).toAbsolutePath();
            new PrivateDataFolder(file.getParent(), file.getFileName().toString()).prepare();
        }
    }
}
