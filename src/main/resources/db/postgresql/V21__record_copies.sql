-- The record copy of an approved version as it was last rendered, in each format: that of a long response takes seconds, and
-- nothing of it changes until another box is ticked. A row can be deleted at any time.
create table rendered_record_copy (
    reference varchar(255) not null,
    version integer not null,
    format varchar(10) not null,
    -- SHA-256 of the HTML that it was made of.
    made_of char(64) not null,
    sha256 char(64) not null,
    content bytea not null,
    primary key (reference, version, format)
);
