package uk.opcc.inspectionresponse.platform.accounts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.office.Office;
import uk.opcc.inspectionresponse.platform.office.OfficeProperties;
import uk.opcc.inspectionresponse.platform.people.RolesLost;
import uk.opcc.inspectionresponse.platform.refusal.InputRefused;

/**
 * Holds the rules for names and passwords where every user is kept, whoever makes one: Admin, the REST API, a directory
 * or the application itself.
 *
 * <p>The engine has no public way to say who may be called what, to hear of a changed password or to compare it with
 * the present one, or not to lock a person out after a stranger's guesses.
 */
@Component
class EngineAccounts implements ProcessEnginePlugin, SessionFactory {

    /** As long as the engine's columns for them. */
    private static final int MAX_LENGTH = 255;

    private final KnownAccounts accounts;
    private final OfficeProperties.Passwords settings;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;
    private final String administrator;
    private final String administratorsPassword;

    EngineAccounts(
            KnownAccounts accounts,
            OfficeProperties.Passwords settings,
            Office office,
            ApplicationEventPublisher events,
            @Value("${camunda.bpm.admin-user.id:}") String administrator,
            @Value("${camunda.bpm.admin-user.password:}") String administratorsPassword) {
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
        this.administrator = administrator;
        this.administratorsPassword = administratorsPassword;
        this.rules = new PasswordRules(settings.minLength(), office.name())
                .and(new PasswordRule(
                        "must be different from the current one", (password, user) -> !isPresentOne(password, user)))
                .butNotFor(this::isGivenAtTheStart);
    }

    PasswordRules rules() {
        return rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(this);
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(rules);
        // Which names may be is checked below: the engine would answer with a fault of the server.
        configuration.setUserResourceWhitelistPattern("(?s).*");
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        // nothing is to be done
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // nothing is to be done
    }

    @Override
    public Class<?> getSessionType() {
        return Users.class;
    }

    @Override
    public Session openSession() {
        return new Users();
    }

    /** The operator's password was looked at before the start, where it matters: see the package start. */
    private boolean isGivenAtTheStart(String password, User user) {
        return user != null
                && signedIn() == null
                && (administrator.equals(user.getId()) && administratorsPassword.equals(password)
                        || !password.isEmpty() && settings.ofDemo().equals(password));
    }

    /** Only for a password that is being set: who may only ask about one must not find out somebody's. */
    private static boolean isPresentOne(String password, User user) {
        return user instanceof UserEntity entity && entity.hasNewPassword() && matches(password, entity);
    }

    private static boolean matches(String password, UserEntity user) {
        return user.getPassword() != null
                && Context.getProcessEngineConfiguration()
                        .getPasswordManager()
                        .check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }

    private static String signedIn() {
        return Context.getCommandContext() == null
                ? null
                : Context.getCommandContext().getAuthenticatedUserId();
    }

    /** The engine's own keeping of users, with these rules. */
    private final class Users extends DbIdentityServiceProvider {

        @Override
        public IdentityOperationResult saveUser(User user) {
            boolean isNew = ((UserEntity) user).getRevision() == 0;
            if (isNew) {
                // First, so that nobody else learns who is there.
                checkAuthorization(Permissions.CREATE, Resources.USER, null);
                checkName(user.getId());
            }
            Stream.of(user.getFirstName(), user.getLastName(), user.getEmail()).forEach(Users::checkLength);
            IdentityOperationResult result = super.saveUser(user);
            if (isNew && !accounts.add(user.getId())) {
                throw taken(user.getId());
            }
            if (!isNew && ((UserEntity) user).hasNewPassword() && user.getId().equals(signedIn())) {
                accounts.hasChosen(user.getId(), user.getPassword());
            }
            return result;
        }

        private void checkName(String name) {
            UserName.problem(name).ifPresent(problem -> {
                throw new InputRefused("id", problem);
            });
            Optional<String> namesake = accounts.namesake(name);
            if (namesake.isPresent()) {
                if (getDbEntityManager().selectById(UserEntity.class, namesake.get()) != null) {
                    throw taken(namesake.get());
                }
                accounts.remove(namesake.get());
            }
        }

        private static InputRefused taken(String name) {
            return new InputRefused("id", "User name: there is a user '" + name + "' already. Choose another name.");
        }

        private static void checkLength(String text) {
            if (text != null && text.length() > MAX_LENGTH) {
                throw new InputRefused(
                        "profile", "Names and the email address must have at most " + MAX_LENGTH + " characters.");
            }
        }

        @Override
        public IdentityOperationResult deleteUser(String user) {
            IdentityOperationResult result = super.deleteUser(user);
            accounts.remove(user);
            events.publishEvent(new RolesLost(user, Optional.empty()));
            return result;
        }

        @Override
        public IdentityOperationResult deleteMembership(String user, String group) {
            IdentityOperationResult result = super.deleteMembership(user, group);
            events.publishEvent(new RolesLost(user, Optional.of(group)));
            return result;
        }

        @Override
        public IdentityOperationResult deleteGroup(String group) {
            List<String> members = createUserQuery(Context.getCommandContext()).memberOfGroup(group).list().stream()
                    .map(User::getId)
                    .toList();
            IdentityOperationResult result = super.deleteGroup(group);
            members.forEach(user -> events.publishEvent(new RolesLost(user, Optional.of(group))));
            return result;
        }

        /** Knows no locked users, and takes as long for a name that nobody has. */
        @Override
        public boolean checkPassword(String name, String password) {
            if (name == null || password == null) {
                return false;
            }
            UserEntity user = findUserById(name);
            if (user == null || user.getPassword() == null) {
                Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password);
                return false;
            }
            return matches(password, user);
        }
    }
}
