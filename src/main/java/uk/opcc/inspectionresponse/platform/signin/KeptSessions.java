package uk.opcc.inspectionresponse.platform.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.session.SessionProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Sessions are in the database, so that a restart signs nobody out. What a release before has kept, and this one cannot
 * read, is as if it had not been kept: its person signs in again.
 */
@Configuration(proxyBeanMethods = false)
// Spring Boot would do the same, but only where no other repository stands before its own.
@EnableJdbcHttpSession
class KeptSessions {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    /** Whatever somebody may bring into the database, nothing else is made of it. */
    private static final ObjectInputFilter OF_A_SIGN_IN = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;java.**;org.springframework.security.**;org.camunda.bpm.webapp.**;uk.opcc.**;!*");

    private static final String KEPT_NOW = """
            select session.PRIMARY_ID, kept.NAME, kept.BYTES
            from (values (cast(? as char(36)), cast(? as varchar(200)), cast(? as bytea))) kept (ID, NAME, BYTES)
            join %TABLE_NAME% session on session.PRIMARY_ID = kept.ID
            """;

    /** The name is what Spring Session looks for. */
    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, KeptSessions::read);
        return conversions;
    }

    /**
     * Two requests of one session may keep the same thing for the first time at the same moment, and a third may have
     * ended the session: neither is a fault.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keepOnce(DataSource database) {
        return sessions ->
                sessions.setCreateSessionAttributeQuery(isPostgreSql(database) ? """
                        insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                        """ + KEPT_NOW + """
                        on conflict (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
                        do update set ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES
                        """ : """
                        merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                        key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
                        """ + KEPT_NOW);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> endsUnused(
            SessionProperties settings, ServerProperties server) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(
                settings.determineTimeout(server.getServlet().getSession()::getTimeout));
    }

    /** What each request goes by. */
    @Bean
    @Primary
    SeldomSavedSessions<? extends Session> sessionsOfRequests(JdbcIndexedSessionRepository sessions) {
        return new SeldomSavedSessions<>(sessions);
    }

    private static boolean isPostgreSql(DataSource database) {
        return new JdbcTemplate(database).execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
    }

    private static Object read(byte[] kept) {
        try (ObjectInputStream content = new ObjectInputStream(new ByteArrayInputStream(kept))) {
            content.setObjectInputFilter(OF_A_SIGN_IN);
            return content.readObject();
        } catch (IOException | ClassNotFoundException | LinkageError e) {
            LOG.info("A session of an earlier release cannot be read, and its person signs in again: {}", e.toString());
            return null;
        }
    }
}
