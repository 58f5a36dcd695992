-- What the search finds beside title, type and reference: the items of the report, by their labels and texts. Null where an
-- earlier release published the response, until the application has read it.
alter table register_entry add column searched_items character varying(1000000);
