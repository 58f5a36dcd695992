-- Locked, for the length of a transaction, by whoever begins or decides what can be so only once: each inspection has one of these rows.
-- They are here from the beginning, so that the first who want one wait for each other, and there are never more of them.
create table turn (
    slot integer not null primary key
);

insert into turn (slot)
with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < 250)
select n from numbers;

-- For longer, by the server that makes the inspections of the demo.
insert into turn (slot) values (-1);

-- Which report each inspection is of, so that one that is registered again is known: a report has no number of its own.
create table registered_report (
    -- The process of the inspection.
    inspection varchar(64) not null primary key,
    reference varchar(255) not null,
    -- Of its title and its date of publication, however they are typed.
    fingerprint varchar(64) not null
);

create index registered_report_fingerprint on registered_report (fingerprint);
