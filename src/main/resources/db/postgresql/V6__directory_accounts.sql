-- Whom a directory knows, by the id that the directory never changes or gives again, and which user that is here. Rows are
-- never deleted.
create table directory_account (
    -- SHA-256 of the directory and the stable id, in hexadecimal.
    id varchar(64) not null primary key,
    -- The issuer of OpenID Connect, or "ldap".
    directory varchar(500) not null,
    -- OpenID Connect's subject; of LDAP the entryUUID or objectGUID, or the distinguished name where there is neither.
    stable_id varchar(500) not null,
    -- The user name, the person's name and the place in the directory as they were at the last sign-in.
    name varchar(255) not null,
    person varchar(255) not null,
    place varchar(1000) not null,
    -- The user here; none while the account waits for an administrator.
    user_id varchar(64),
    -- Why it waits.
    waits_because varchar(1000),
    seen_at timestamp with time zone not null
);

create index directory_account_user on directory_account (user_id);

-- As which users an account has signed in, ever: for the four eyes they are one person. A row is never changed or deleted.
create table directory_account_use (
    account varchar(64) not null references directory_account,
    user_id varchar(64) not null,
    since timestamp with time zone not null,
    primary key (account, user_id)
);

-- What became of an account: who joined or parted it, when and why. A row is never changed or deleted.
create table directory_account_change (
    number bigint generated always as identity primary key,
    account varchar(64) not null references directory_account,
    changed_at timestamp with time zone not null,
    -- Who did it; empty if the application did.
    changed_by varchar(64) not null,
    -- new, taken-over, waits, joined or parted
    what varchar(20) not null,
    -- The user to whom the account was joined or from whom it was parted; empty if there is none.
    user_id varchar(64) not null,
    detail varchar(1000) not null
);

-- How often all sessions of a user were ended, as an account was joined to it or parted from it.
alter table account add column sessions_ended integer default 0 not null;
