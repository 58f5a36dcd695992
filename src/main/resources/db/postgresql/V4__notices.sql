-- What people are told of their tasks: a row for each kind of notice, occasion and person, so that nobody is told the same
-- twice. Rows are never deleted.
create table notice (
    -- arrival, reminder or escalation
    kind varchar(20) not null,
    -- The id of the task with which it began: a task that somebody goes on with later is another one for the engine.
    occasion varchar(64) not null,
    -- User name.
    person varchar(255) not null,
    -- The id of the task now.
    task varchar(64) not null,
    -- collected (for the mail of the day), waiting (to be sent), sending, accepted, refused, doubtful or overtaken
    state varchar(20) not null,
    -- The mail, which may tell of several tasks.
    message_id varchar(255),
    -- The instance of the process tell-people that sends it.
    told_by varchar(64),
    noted_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    -- The server's reply, or the reason.
    detail varchar(4000),
    primary key (kind, occasion, person)
);

create index notice_task on notice (task);
create index notice_message on notice (message_id);
create index notice_told_by on notice (told_by);
create index notice_state on notice (state);
