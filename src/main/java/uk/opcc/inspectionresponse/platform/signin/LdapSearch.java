package uk.opcc.inspectionresponse.platform.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.PartialResultException;
import javax.naming.SizeLimitExceededException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.LdapName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ldap.core.ContextSource;
import org.springframework.ldap.support.LdapUtils;

/**
 * Searches an LDAP directory as its reader.
 *
 * <p>What a domain controller answers to a search at the root of its domain ends with references to other servers. They
 * are not followed: it is not known who stands behind them, and what is looked for is in this domain.
 */
class LdapSearch {

    private static final Logger LOG = LoggerFactory.getLogger(LdapSearch.class);

    private static final int MILLISECONDS = 5000;

    private static final String ALL_BUT_OPERATIONAL = "*";

    private final ContextSource source;
    private final String[] attributes;

    /** A search that reads, beside all other attributes of an entry, the operational ones given. */
    LdapSearch(ContextSource source, List<String> operational) {
        this.source = source;
        this.attributes = Stream.concat(Stream.of(ALL_BUT_OPERATIONAL), operational.stream())
                .toArray(String[]::new);
    }

    /**
     * Finds entries below a base.
     *
     * @param filter in which {@code {0}}, {@code {1}} stand for the values, whatever characters they have
     * @param most how many at most
     */
    List<LdapEntry> find(String base, String filter, int most, Object... values) {
        SearchControls controls =
                new SearchControls(SearchControls.SUBTREE_SCOPE, most, MILLISECONDS, attributes, false, false);
        List<LdapEntry> entries = new ArrayList<>();
        DirContext directory = source.getReadOnlyContext();
        try {
            NamingEnumeration<SearchResult> found =
                    directory.search(LdapUtils.newLdapName(base), filter, values, controls);
            try {
                while (found.hasMore()) {
                    SearchResult result = found.next();
                    entries.add(new LdapEntry(result.getNameInNamespace(), result.getAttributes()));
                }
            } finally {
                found.close();
            }
        } catch (PartialResultException e) {
            LOG.debug("References to other servers are left out: {}", e.getMessage());
        } catch (SizeLimitExceededException e) {
            LOG.warn("The search {} finds more than the {} entries that were read.", filter, entries.size());
        } catch (NamingException e) {
            throw LdapUtils.convertLdapException(e);
        } finally {
            LdapUtils.closeContext(directory);
        }
        return entries;
    }

    /** Whether there is no entry any more of that distinguished name; in doubt there is. */
    boolean isGone(String place) {
        DirContext directory = source.getReadOnlyContext();
        try {
            LdapName base = LdapUtils.newLdapName(directory.getNameInNamespace());
            LdapName whole = LdapUtils.newLdapName(place);
            if (!whole.startsWith(base)) {
                return false;
            }
            directory.getAttributes(LdapUtils.removeFirst(whole, base), new String[] {"1.1"});
            return false;
        } catch (NameNotFoundException e) {
            return true;
        } catch (NamingException e) {
            return false;
        } finally {
            LdapUtils.closeContext(directory);
        }
    }
}
