package uk.opcc.inspectionresponse.platform.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has every moment that is written without a zone written in UTC, and read so.
 *
 * <p>The engine's columns have no zone, and a driver fills them with the time on the wall: in the hour of October that
 * comes twice a retry came an hour early, and the later of two entries of the audit before the earlier one. The engine
 * has no setting for it, and the zone of the whole application must stay London's, in which the engine reads the dates
 * and the hours of diagrams.
 */
@Component
class KeepMomentsInUtc implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof UtcDataSource) ? new UtcDataSource(source) : bean;
    }
}
