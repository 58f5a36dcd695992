package uk.opcc.inspectionresponse.casework.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.opcc.inspectionresponse.ScriptedMailServer;

/** What a database says in the end of the mails that were ordered, to be held against what the mail server has. */
record Fates(Map<String, String> states, Set<String> ticked, Set<String> withAPerson) {

    static Fates in(Connection database) throws SQLException {
        Map<String, String> states = new HashMap<>();
        Set<String> ticked = new HashSet<>();
        Set<String> withAPerson = new HashSet<>();
        ResultSet mails = database.createStatement()
                .executeQuery("select m.message_id, m.state, u.box, t.ID_ from sent_mail m"
                        + " left join office_use u on u.reference = m.reference and u.box = m.box"
                        + " left join ACT_HI_PROCINST i on i.BUSINESS_KEY_ = m.reference"
                        + " left join ACT_RU_TASK t on t.PROC_INST_ID_ = i.ID_ and t.TASK_DEF_KEY_ = m.box");
        while (mails.next()) {
            states.put(mails.getString(1), mails.getString(2));
            if (mails.getString(3) != null) {
                ticked.add(mails.getString(1));
            }
            if (mails.getString(4) != null) {
                withAPerson.add(mails.getString(1));
            }
        }
        return new Fates(states, ticked, withAPerson);
    }

    /**
     * Fails where a mail is lost, was sent twice, is not done with, or is recorded otherwise than it is.
     *
     * @param ordered their Message-IDs
     * @param as what is said with a failure
     * @return the state of each mail
     */
    Collection<String> hold(Collection<String> ordered, ScriptedMailServer server, String as) {
        Map<String, Long> received = server.received().stream()
                .collect(Collectors.groupingBy(ScriptedMailServer.Received::messageId, Collectors.counting()));
        assertThat(states.keySet()).as("none is lost, %s", as).containsAll(ordered);
        assertThat(states.keySet()).as(as).containsAll(received.keySet());
        assertThat(received.values()).as("none is sent twice, %s", as).containsOnly(1L);
        assertThat(states.values()).as("all are done with, %s", as).isSubsetOf("accepted", "doubtful");
        states.forEach((mail, state) -> {
            boolean accepted = state.equals("accepted");
            assertThat(received.containsKey(mail) || !accepted)
                    .as("%s, %s", mail, as)
                    .isTrue();
            assertThat(ticked.contains(mail)).as("%s is ticked, %s", mail, as).isEqualTo(accepted);
            assertThat(withAPerson.contains(mail))
                    .as("%s is with a person, %s", mail, as)
                    .isEqualTo(!accepted);
        });
        return states.values();
    }
}
