package uk.opcc.inspectionresponse.benchmark;

import java.util.Map;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Camunda's web applications and REST API with nothing added, which the application is measured against. */
@SpringBootApplication
public class BareCamunda {

    public static void main(String[] args) {
        SpringApplication.run(BareCamunda.class, args);
    }

    /**
     * Camunda's own, as its documentation has it: whoever completes a task is somebody, with somebody's permissions.
     */
    @Bean
    @ConditionalOnProperty("bare.people")
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> people() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.setInitParameters(Map.of(
                "authentication-provider",
                "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider"));
        registration.addUrlPatterns("/engine-rest/*");
        return registration;
    }
}
