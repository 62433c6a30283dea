-- What a search of projects reads, apart from the wide rows: a word that a tenth of all projects have touches a few
-- thousand narrow rows and no page of texts.

create table project_search (
  project_id uuid primary key references project (id) on delete cascade,
  facet_key bigint not null,
  granted numeric(18, 2),
  realised numeric(18, 2),
  lexemes tsvector not null
);

insert into project_search (project_id, facet_key, granted, realised, lexemes)
  select id, facet_key, granted, realised, lexemes from project;
alter table project drop column lexemes;

create index project_search_lexemes on project_search using gin (lexemes);
create index project_search_granted on project_search (granted desc nulls last, project_id);
-- A few combinations of facets are found by their keys; many are met on the way along one of the sorts.
create index project_facet_key on project (facet_key);
create index project_realised on project (realised desc nulls last, id);
create index project_end on project (end_on desc nulls last, id);
create index project_lead_name on project (lead_name, id);
