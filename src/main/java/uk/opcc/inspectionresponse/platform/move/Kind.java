package uk.opcc.inspectionresponse.platform.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a column holds, in a form that is the same whichever database it comes from. No time zone takes part: a moment
 * without a zone is moved as it stands.
 */
enum Kind {
    TEXT(Types.VARCHAR) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        byte[] bytes(Object value) {
            return ((String) value).getBytes(StandardCharsets.UTF_16BE);
        }
    },
    BYTES(Types.BINARY) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        byte[] bytes(Object value) {
            return (byte[]) value;
        }

        @Override
        void write(PreparedStatement statement, int column, Object value) throws SQLException {
            statement.setBytes(column, (byte[]) value);
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        byte[] bytes(Object value) {
            return new byte[] {(byte) ((Boolean) value ? 1 : 0)};
        }
    },
    NUMBER(Types.BIGINT) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        byte[] bytes(Object value) {
            return bytesOf((Long) value);
        }
    },
    FRACTION(Types.DOUBLE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        byte[] bytes(Object value) {
            return bytesOf(Double.doubleToLongBits((Double) value));
        }
    },
    DAY(Types.DATE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }

        @Override
        byte[] bytes(Object value) {
            return bytesOf(((LocalDate) value).toEpochDay());
        }
    },
    TIME_ON_THE_WALL(Types.TIMESTAMP) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        byte[] bytes(Object value) {
            return bytesOf(((LocalDateTime) value).toInstant(ZoneOffset.UTC));
        }
    },
    MOMENT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class);
        }

        @Override
        byte[] bytes(Object value) {
            return bytesOf(((OffsetDateTime) value).toInstant());
        }
    };

    private final int type;

    Kind(int type) {
        this.type = type;
    }

    /**
     * The kind of a column; empty for one of which it is not known how to move it.
     *
     * @param type as a driver of H2 or PostgreSQL tells it, of {@link Types}
     * @param name the name of the type in the database
     */
    static Optional<Kind> of(int type, String name) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.CLOB -> Optional.of(TEXT);
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> Optional.of(BYTES);
            // PostgreSQL's driver calls a truth value a bit.
            case Types.BOOLEAN, Types.BIT ->
                name.toLowerCase().startsWith("bool") ? Optional.of(TRUTH) : Optional.empty();
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(NUMBER);
            case Types.DOUBLE -> Optional.of(FRACTION);
            case Types.DATE -> Optional.of(DAY);
            // As well of PostgreSQL's moments with a zone.
            case Types.TIMESTAMP -> Optional.of(name.equals("timestamptz") ? MOMENT : TIME_ON_THE_WALL);
            case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(MOMENT);
            default -> Optional.empty();
        };
    }

    /** Reads a value, which may be null where the column is. */
    final Object valueIn(ResultSet row, int column) throws SQLException {
        Object value = read(row, column);
        return row.wasNull() ? null : value;
    }

    abstract Object read(ResultSet row, int column) throws SQLException;

    /** The value as bytes that are those of no other value of this kind. */
    abstract byte[] bytes(Object value);

    /** Puts a value, or null, into a statement of PostgreSQL. */
    final void put(PreparedStatement statement, int column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(column, type);
        } else {
            write(statement, column, value);
        }
    }

    void write(PreparedStatement statement, int column, Object value) throws SQLException {
        statement.setObject(column, value);
    }

    private static byte[] bytesOf(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] bytesOf(Instant moment) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(moment.getEpochSecond())
                .putInt(moment.getNano())
                .array();
    }
}
