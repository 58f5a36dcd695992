-- Of the period in which a response had to be published: 56 days, but for a report that is not made under section 55.
alter table register_entry add column period_length integer default 56 not null;
