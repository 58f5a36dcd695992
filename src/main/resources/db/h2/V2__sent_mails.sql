-- The mails with a response: a row for each time that somebody had it sent to a recipient. Rows are never deleted.
create table sent_mail (
    message_id varchar(255) not null primary key,
    reference varchar(255) not null,
    -- The id of the task in the diagram, whose box For Office Use Only is ticked once the mail is accepted.
    box varchar(255) not null,
    -- 1 for the first mail of this box.
    number integer not null,
    -- Of the approved response that is attached.
    version integer not null,
    recipients varchar(4000) not null,
    subject varchar(1000) not null,
    text character large object not null,
    requested_by varchar(255) not null,
    requested_at timestamp with time zone not null,
    -- queued, sending, accepted, refused, doubtful or arrived
    state varchar(20) not null,
    sending_since timestamp with time zone,
    accepted_at timestamp with time zone,
    reply varchar(4000),
    unique (reference, box, number)
);

create table sent_mail_attachment (
    message_id varchar(255) not null references sent_mail,
    format varchar(10) not null,
    file_name varchar(1000) not null,
    sha256 char(64) not null,
    primary key (message_id, format)
);

-- What became of a mail, each attempt too. A row is never changed or deleted.
create table sent_mail_event (
    message_id varchar(255) not null references sent_mail,
    number integer not null,
    happened_at timestamp with time zone not null,
    -- Who did it; empty if the application did.
    done_by varchar(255) not null,
    what varchar(20) not null,
    detail varchar(4000) not null,
    primary key (message_id, number)
);
