-- How widely a list and its projects are shared (kernel/share.ts). What a list that is not public tells makes projects
-- of its own ecosystem, apart from the public ones of the same code: a public project says nothing that is not public.

alter table import add column share text not null default 'public'
  check (share in ('own', 'agreement', 'network', 'public'));
-- What it is being changed to, while a job does.
alter table import add column share_wanted text;

alter table project
  add column share text not null default 'public' check (share in ('own', 'agreement', 'network', 'public')),
  -- Whose it is where it is not public.
  add column ecosystem_id uuid references ecosystem (id) on delete set null;
-- Whoever writes a project says how widely it is shared.
alter table project alter column share drop default;
alter table project drop constraint project_registry_code_key;
create unique index project_identity on project (registry, code) where share = 'public';
create unique index project_closed_identity on project (ecosystem_id, registry, code) nulls not distinct
  where share <> 'public';

alter table project_search
  add column share text not null default 'public',
  add column ecosystem_id uuid;
alter table project_search alter column share drop default;

-- A combination of facets is of one share level and, where that is not public, of one ecosystem: its key says so too.
alter table project_cube
  add column share text not null default 'public',
  add column ecosystem_id uuid;

alter table lead_summary
  add column share text not null default 'public',
  add column ecosystem_id uuid;

-- organisation_summary counts public projects. These rows of the registry are named by others alone; `whole` where all
-- rows of the same organisation are: who sees none of those projects is not told that it is there.
create table organisation_closed (
  organisation_id uuid not null references organisation (id) on delete cascade,
  canonical_id uuid not null,
  whole boolean not null,
  share text not null,
  ecosystem_id uuid
);
create index organisation_closed_organisation on organisation_closed (organisation_id);
