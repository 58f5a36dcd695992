package uk.opcc.inspectionresponse.platform.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.opcc.inspectionresponse.platform.files.Sha256;
import uk.opcc.inspectionresponse.platform.people.KnownAs;
import uk.opcc.inspectionresponse.statutory.StatutoryPeriod;

/** The accounts of directories in the database, with the record of what became of each. */
@Component
class DirectoryAccounts implements KnownAs {

    /** Every request over REST is a sign-in, and must not write each time. */
    private static final Duration SEEN_AGAIN = Duration.ofHours(1);

    private static final int LONGEST_STABLE_ID = 500;

    private final JdbcClient database;
    private final Clock clock;

    DirectoryAccounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String id(String directory, String stableId) {
        return Sha256.of(directory + "\n" + stableId);
    }

    Optional<DirectoryAccount> find(String id) {
        return database.sql("select * from directory_account where id = ?")
                .param(id)
                .query(DirectoryAccounts::account)
                .optional();
    }

    /** Finds an account that nobody else changes until the transaction has ended. */
    Optional<DirectoryAccount> lock(String id) {
        return database.sql("select * from directory_account where id = ? for update")
                .param(id)
                .query(DirectoryAccounts::account)
                .optional();
    }

    /** All accounts: first those that wait, then by name. */
    List<DirectoryAccount> all() {
        return database.sql("""
                        select * from directory_account
                        order by case when user_id is null then 0 else 1 end, lower(name), directory, id
                        """).query(DirectoryAccounts::account).list();
    }

    List<DirectoryAccount> of(String user) {
        return database.sql("select * from directory_account where user_id = ? order by id")
                .param(user)
                .query(DirectoryAccounts::account)
                .list();
    }

    /** The accounts that belong to a user, or have once signed in as that user. */
    List<DirectoryAccount> everOf(String user) {
        return database.sql("""
                        select * from directory_account
                        where user_id = :user
                            or id in (select account from directory_account_use where user_id = :user)
                        order by id
                        """)
                .param("user", user)
                .query(DirectoryAccounts::account)
                .list();
    }

    /** Keeps what the directory says of the account now; the user and the reason are those of the account given. */
    void save(DirectoryUsers.Person person, String user, String waitsBecause, Optional<DirectoryAccount> before) {
        DirectoryAccount now = new DirectoryAccount(
                id(person.directory(), person.stableId()),
                PlainText.of(person.directory(), LONGEST_STABLE_ID),
                PlainText.of(person.stableId(), LONGEST_STABLE_ID),
                PlainText.of(person.name(), 255),
                PlainText.of(person.fullName(), 255),
                PlainText.of(person.place(), 1000),
                user,
                waitsBecause == null ? null : PlainText.of(waitsBecause, 1000),
                clock.instant());
        if (before.isEmpty()) {
            write("""
                    insert into directory_account (id, directory, stable_id, name, person, place, user_id,
                        waits_because, seen_at)
                    values (:id, :directory, :stableId, :name, :person, :place, :user, :waitsBecause, :seenAt)
                    """, now);
        } else if (differs(before.get(), now)) {
            write("""
                    update directory_account
                    set name = :name, person = :person, place = :place, user_id = :user,
                        waits_because = :waitsBecause, seen_at = :seenAt
                    where id = :id
                    """, now);
        }
    }

    private void write(String sql, DirectoryAccount account) {
        database.sql(sql)
                .param("id", account.id())
                .param("directory", account.directory())
                .param("stableId", account.stableId())
                .param("name", account.name())
                .param("person", account.person())
                .param("place", account.place())
                .param("user", account.user())
                .param("waitsBecause", account.waitsBecause())
                .param("seenAt", atOffset(account.seenAt()))
                .update();
    }

    private static boolean differs(DirectoryAccount before, DirectoryAccount now) {
        DirectoryAccount sameTime = new DirectoryAccount(
                before.id(),
                before.directory(),
                before.stableId(),
                now.name(),
                now.person(),
                now.place(),
                now.user(),
                now.waitsBecause(),
                before.seenAt());
        return !before.equals(sameTime) || before.seenAt().plus(SEEN_AGAIN).isBefore(now.seenAt());
    }

    /** Joins an account to a user, or parts it from the one it has if the user is null. */
    void assign(DirectoryAccount account, String user, String waitsBecause) {
        database.sql("update directory_account set user_id = ?, waits_because = ? where id = ?")
                .params(user, waitsBecause, account.id())
                .update();
    }

    /** Notes that somebody has signed in as a user with an account. */
    void used(String account, String user) {
        int known = database.sql("select count(*) from directory_account_use where account = ? and user_id = ?")
                .params(account, user)
                .query(Integer.class)
                .single();
        if (known == 0) {
            database.sql("insert into directory_account_use (account, user_id, since) values (?, ?, ?)")
                    .params(account, user, atOffset(clock.instant()))
                    .update();
        }
    }

    void record(String account, String by, AccountChange.Kind what, String user, String detail) {
        database.sql("""
                        insert into directory_account_change (account, changed_at, changed_by, what, user_id, detail)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        account,
                        atOffset(clock.instant()),
                        by,
                        what.word(),
                        user == null ? "" : user,
                        PlainText.of(detail, 1000))
                .update();
    }

    /** All that became of all accounts, the latest first. */
    List<AccountChange> changes() {
        return database.sql("""
                        select c.*, a.name, a.directory
                        from directory_account_change c
                        join directory_account a on a.id = c.account
                        order by c.number desc
                        """).query(DirectoryAccounts::change).list();
    }

    @Override
    public Set<String> namesOf(String user) {
        Set<String> names = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(user));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (names.add(name)) {
                open.addAll(database.sql("""
                                select distinct other.user_id
                                from directory_account_use own
                                join directory_account_use other on other.account = own.account
                                where own.user_id = ?
                                """).param(name).query(String.class).list());
            }
        }
        return names;
    }

    private static OffsetDateTime atOffset(Instant moment) {
        return OffsetDateTime.ofInstant(moment, StatutoryPeriod.ZONE);
    }

    private static DirectoryAccount account(ResultSet row, int number) throws SQLException {
        return new DirectoryAccount(
                row.getString("id"),
                row.getString("directory"),
                row.getString("stable_id"),
                row.getString("name"),
                row.getString("person"),
                row.getString("place"),
                row.getString("user_id"),
                row.getString("waits_because"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static AccountChange change(ResultSet row, int number) throws SQLException {
        return new AccountChange(
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                AccountChange.Kind.of(row.getString("what")),
                row.getString("name"),
                row.getString("directory"),
                row.getString("user_id"),
                row.getString("detail"));
    }
}
