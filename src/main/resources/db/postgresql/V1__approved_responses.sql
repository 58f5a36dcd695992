-- The running numbers of the references.
create sequence if not exists inspection_reference;

-- Each approved version of a response, in each format. A row is never changed or deleted.
create table approved_response (
    reference varchar(255) not null,
    version integer not null,
    format varchar(10) not null,
    sha256 char(64) not null,
    approved_on date not null,
    kept_at timestamp with time zone not null,
    content bytea not null,
    primary key (reference, version, format)
);

-- The boxes For Office Use Only that are ticked, by the id of the task in the diagram. A row is never changed or deleted.
create table office_use (
    reference varchar(255) not null,
    version integer not null,
    box varchar(255) not null,
    done_on date not null,
    primary key (reference, version, box)
);
