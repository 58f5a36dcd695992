-- Which inspections are related, and how; one row for each way in which a pair is. The other inspection may come from the office's earlier
-- records. A row is never changed or deleted.
create table related_inspection (
    reference varchar(255) not null,
    other varchar(255) not null,
    -- comes-after, same-subject, part-of, answered-by or same-report
    relation varchar(40) not null,
    -- Of the report of each, as it was when they were linked.
    title varchar(4000) not null,
    other_title varchar(4000) not null,
    linked_on date not null,
    primary key (reference, other, relation)
);

create index related_inspection_other on related_inspection (other);

-- The reports that need no response, which a manager has decided; kept for good, as the register is.
create table report_without_response (
    reference varchar(255) not null primary key,
    title varchar(4000) not null,
    inspection_type varchar(4000) not null,
    report_published_on date not null,
    -- not-the-subject, answered-elsewhere, registered-twice or nothing-new
    because varchar(40) not null,
    reason text not null,
    decided_on date not null,
    -- Whether the public register says so.
    is_public boolean not null
);

create index report_without_response_newest on report_without_response (report_published_on);
