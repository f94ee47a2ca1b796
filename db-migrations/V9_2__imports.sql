-- V9.2: a gym has many members. Where most gyms are still empty the statistics say that it has one or two, and then any index
-- will do for any question: an import of thousands would read all of the gym's rows for each of its own.

alter table clients alter column organization_id set (n_distinct = 10);
alter table client_organizations alter column organization_id set (n_distinct = 10);
alter table client_words alter column organization_id set (n_distinct = 10);
alter table taggables alter column organization_id set (n_distinct = 10);
alter table import_rows alter column organization_id set (n_distinct = 10);
