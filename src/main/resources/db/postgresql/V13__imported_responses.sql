-- Responses from before the register, which the office has brought in from its own records. Of these nothing is known of the
-- day of the period, or whether it was in time.
alter table register_entry add column imported_at timestamp with time zone;
alter table register_entry alter column published_on_day drop not null;
alter table register_entry alter column in_time drop not null;

create index register_entry_report on register_entry (report_published_on);

-- Their files, byte for byte. A row is never changed or deleted.
create table imported_file (
    reference varchar(255) not null,
    number integer not null,
    name varchar(255) not null,
    format varchar(10) not null,
    sha256 varchar(64) not null,
    size bigint not null,
    content bytea not null,
    primary key (reference, number)
);

-- What was checked and imported, by whom and when. It is kept; only its files go when it has ended.
create table earlier_import (
    id varchar(36) not null primary key,
    -- 1 until it has ended, then null: so there is one at a time, on all servers.
    open_one integer unique,
    -- The name of the uploaded file, or the folder.
    source varchar(1000) not null,
    -- checked, importing, done or discarded
    state varchar(20) not null,
    checked_by varchar(255) not null,
    checked_at timestamp with time zone not null,
    decided_by varchar(255),
    decided_at timestamp with time zone,
    ended_at timestamp with time zone,
    -- How many lines were to be imported when it was checked.
    planned integer not null,
    -- Files that no line names, one a line.
    unnamed text not null,
    -- Why it does not go on at the moment.
    problem varchar(4000)
);

create index earlier_import_latest on earlier_import (checked_at);

create table earlier_import_line (
    import_id varchar(36) not null,
    line integer not null,
    -- new, imported, there or refused
    outcome varchar(20) not null,
    title varchar(4000) not null,
    -- What is wrong, or what else there is to say, one sentence a line.
    words text not null,
    -- How often it was tried in vain.
    attempts integer not null,
    -- The rest is what would be imported; null of a line that is refused or there.
    reference varchar(255),
    inspection_type varchar(4000),
    report_published_on date,
    published_on date,
    link varchar(2000),
    primary key (import_id, line)
);

create index earlier_import_line_next on earlier_import_line (import_id, outcome, line);

-- The files that a line names, in its order.
create table earlier_import_named (
    import_id varchar(36) not null,
    line integer not null,
    number integer not null,
    name varchar(255) not null,
    primary key (import_id, line, number)
);

-- The files until they are in the register.
create table earlier_import_file (
    import_id varchar(36) not null,
    name varchar(255) not null,
    format varchar(10) not null,
    sha256 varchar(64) not null,
    content bytea not null,
    primary key (import_id, name)
);
