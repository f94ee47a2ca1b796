-- What the planner must know to answer the roster well at any size. Words are many and spread unevenly: with the usual
-- hundred samples it takes a name that hundreds bear for one that nobody bears. A tag belongs to one organization: without
-- being told so it expects a fraction of those who wear it.
alter table client_words alter column word set statistics 1000;
create statistics taggables_tag_implies_organization (dependencies) on organization_id, tag_id from taggables;
