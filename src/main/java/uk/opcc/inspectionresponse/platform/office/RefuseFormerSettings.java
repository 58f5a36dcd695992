package uk.opcc.inspectionresponse.platform.office;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.process.Recipient;

/**
 * Lets the application not start with settings of the recipients as the first release called them: they would be passed
 * over, and an office's mails would go to the addresses that are delivered. It looks before the database is opened.
 */
@Component
class RefuseFormerSettings implements BeanFactoryPostProcessor, EnvironmentAware, Ordered {

    private static final String LETTERS = "office.mail.letters";
    private static final String BOXES = "office.document.office-use";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<String, String> former = new LinkedHashMap<>();
        for (Recipient recipient : Recipient.values()) {
            String block = "office.recipients." + recipient.key();
            former.put(block, block + ".address");
            for (String part : new String[] {"subject", "text", "attachments"}) {
                former.put(LETTERS + "." + recipient.key() + "." + part, block + ".letter." + part);
            }
            former.put(BOXES + "." + recipient.task(), block + ".box");
        }
        former.keySet().removeIf(setting -> !isSet(setting));
        // Of a recipient that there is not, or in another spelling.
        others(former, LETTERS, "office.recipients.<recipient>.letter");
        others(former, BOXES, "office.recipients.<recipient>.box");
        if (!former.isEmpty()) {
            throw new FormerSettings(former);
        }
    }

    private boolean isSet(String setting) {
        // An empty one too: it said that an address, or a letter, is typed by hand.
        return Binder.get(environment).bind(setting, String.class).isBound();
    }

    private void others(Map<String, String> former, String block, String now) {
        if (former.keySet().stream().noneMatch(setting -> setting.startsWith(block))
                && Binder.get(environment)
                        .bind(block, Bindable.mapOf(String.class, Object.class))
                        .isBound()) {
            former.put(block, now);
        }
    }
}
