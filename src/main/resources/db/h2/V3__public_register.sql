-- What was made public: the response as it was published, and each correction of it, by their editions from 1. The bytes are
-- those of that version in approved_response. A row is never changed or deleted.
create table published_response (
    reference varchar(255) not null,
    edition integer not null,
    version integer not null,
    published_at timestamp with time zone not null,
    published_by varchar(255) not null,
    approved_by varchar(255),
    reason character large object,
    texts character large object not null,
    primary key (reference, edition)
);

-- The register: what its list shows of each published response. The edition is the newest one; the link is where another
-- site published it.
create table register_entry (
    reference varchar(255) not null primary key,
    edition integer not null,
    title varchar(4000) not null,
    inspection_type varchar(4000) not null,
    report_published_on date not null,
    published_on date not null,
    published_on_day integer not null,
    in_time boolean not null,
    link varchar(2000),
    published_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    searched character varying(20000) not null
);

create index register_entry_newest on register_entry (published_on desc, published_at desc, reference desc);
create index register_entry_updated on register_entry (updated_at desc, reference desc);

-- One row: what makes the ids of the feed this office's own, and the lock of whoever exports.
create table register_identity (
    id varchar(36) not null primary key,
    created_at timestamp with time zone not null
);

insert into register_identity (id, created_at) values (cast(random_uuid() as varchar(36)), current_timestamp);
