-- What people have typed into forms that they have not completed yet, as it was saved last. A row goes with its form, and
-- leaves no trace.
create table unfinished_form (
    -- task or start
    kind varchar(10) not null,
    -- The id of the task, or the key of the process that is to be started.
    subject varchar(255) not null,
    -- User name.
    person varchar(255) not null,
    -- 1 for what was saved first. Who saves names the one that it was typed after, so that nothing is overwritten unseen.
    version integer not null,
    -- A Json object of the fields of the form, in ASCII.
    content text not null,
    saved_at timestamp with time zone not null,
    primary key (kind, subject, person)
);
