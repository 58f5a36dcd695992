package uk.opcc.inspectionresponse.platform.signin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.ldap.LdapName;

/**
 * An entry of an LDAP directory.
 *
 * @param place its distinguished name
 */
record LdapEntry(String place, Attributes attributes) {

    /** The attributes that are bytes and no text, of Active Directory and of eDirectory. */
    static final String BINARY = "objectGUID GUID";

    private static final int BYTES_OF_GUID = 16;

    /** The first value of an attribute, if it is text. */
    Optional<String> text(String attribute) {
        return texts(attribute).stream().findFirst();
    }

    /** All values of an attribute that are text and not empty. */
    List<String> texts(String attribute) {
        return values(attribute).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The value of an attribute that is an id, which may be bytes, as people write it. */
    Optional<String> id(String attribute) {
        return values(attribute).stream()
                .map(value -> value instanceof byte[] bytes ? text(bytes) : value.toString())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The three first parts of a GUID of Active Directory have their lowest byte first. */
    private static String text(byte[] bytes) {
        if (bytes.length != BYTES_OF_GUID) {
            return HexFormat.of().formatHex(bytes);
        }
        ByteBuffer guid = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long first =
                (guid.getInt(0) & 0xffffffffL) << 32 | (guid.getShort(4) & 0xffffL) << 16 | guid.getShort(6) & 0xffffL;
        return new UUID(first, guid.order(ByteOrder.BIG_ENDIAN).getLong(8)).toString();
    }

    /**
     * The value by which an entry with this id is found, in an attribute that may be one of bytes.
     *
     * @return nothing where the id cannot be one of such an attribute
     */
    static Optional<Object> idToFind(String attribute, String id) {
        if (!List.of(BINARY.split(" ")).contains(attribute)) {
            return Optional.of(id);
        }
        try {
            return Optional.of(
                    id.contains("-")
                            ? bytes(UUID.fromString(id))
                            : HexFormat.of().parseHex(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        ByteBuffer guid = ByteBuffer.allocate(BYTES_OF_GUID).order(ByteOrder.LITTLE_ENDIAN);
        long first = id.getMostSignificantBits();
        guid.putInt((int) (first >>> 32)).putShort((short) (first >>> 16)).putShort((short) first);
        return guid.order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private List<Object> values(String attribute) {
        Attribute found = attributes.get(attribute);
        List<Object> values = new ArrayList<>();
        if (found == null) {
            return values;
        }
        try {
            NamingEnumeration<?> all = found.getAll();
            while (all.hasMore()) {
                Object value = all.next();
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        } catch (NamingException e) {
            throw new IllegalStateException("An attribute that was read can be read", e);
        }
    }

    /** A distinguished name in one of the many ways in which it can be written. */
    static String comparable(String place) {
        try {
            return new LdapName(place).toString().toLowerCase(Locale.ROOT);
        } catch (InvalidNameException e) {
            return place.toLowerCase(Locale.ROOT);
        }
    }
}
