-- The servers that share this database, on PostgreSQL: H2 has one, and nothing is written here.
create table node (
    -- Under which it locks the engine's jobs, a new one at each start.
    lock_owner varchar(64) not null,
    -- When it last said that it lives, by the database's clock.
    beat_at timestamp with time zone not null,
    primary key (lock_owner)
);
