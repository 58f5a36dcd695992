-- The letters of an approved version, one for each recipient whose copy is a letter, in each format. They are made with the
-- version, of the same texts. A row is never changed or deleted.
create table approved_letter (
    reference varchar(255) not null,
    version integer not null,
    -- As settings and diagrams write it, such as home-office.
    recipient varchar(50) not null,
    format varchar(10) not null,
    sha256 char(64) not null,
    content bytea not null,
    primary key (reference, version, recipient, format)
);
