package uk.opcc.inspectionresponse.platform.rest;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.springframework.stereotype.Component;

/**
 * Lets the engine evaluate expressions in no query but in those that administrators have stored as lists of tasks,
 * whichever way the query came in. An expression runs code.
 *
 * <p>The engine means to forbid them, and looks at a query's outermost part alone: it evaluates what stands in the
 * parts that are joined by "or", and in those with which a stored list is extended. It offers no public way to look at
 * a query.
 */
@Component
class NoExpressionsInQueries extends BeforeEachCommand {

    @Override
    CommandInterceptor another() {
        return new NoExpressionsInQueries();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        super.preInit(configuration);
        configuration.setFilterService(new StoredLists());
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return next.execute(command);
    }

    private static void refuseExpressions(Object part, Set<Object> seen) {
        if (!(part instanceof AbstractQuery<?, ?> query) || !seen.add(query)) {
            return;
        }
        if (!query.getExpressions().isEmpty()) {
            throw new BadUserRequestException(
                    "Expressions are forbidden in queries, also in a part of one: ask for the value itself"
                            + " in place of "
                            + String.join(
                                    ", ", new HashSet<>(query.getExpressions().keySet())) + ".");
        }
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(other -> refuseExpressions(other, seen));
        }
    }

    /** Lists of tasks, each of which may be extended by a query of whoever looks at it. */
    private static final class StoredLists extends FilterServiceImpl {

        @Override
        public <T, Q extends Query<?, T>> List<T> list(String filter, Q more) {
            refuse(more);
            return super.list(filter, more);
        }

        @Override
        public <T, Q extends Query<?, T>> List<T> listPage(String filter, Q more, int first, int most) {
            refuse(more);
            return super.listPage(filter, more, first, most);
        }

        @Override
        public <T, Q extends Query<?, T>> T singleResult(String filter, Q more) {
            refuse(more);
            return super.singleResult(filter, more);
        }

        @Override
        public Long count(String filter, Query<?, ?> more) {
            refuse(more);
            return super.count(filter, more);
        }

        private static void refuse(Query<?, ?> more) {
            refuseExpressions(more, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }
}
