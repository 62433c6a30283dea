-- Projects as the statements about them say, folded. Wide on purpose: a list page reads one table.

create table project (
  id uuid primary key,
  registry text not null,
  code text not null,
  title text not null,
  language text not null,
  summary text,
  fund text,
  programme text,
  period text,
  priority text,
  objective text,
  authority text,
  authority_name text,
  status text,
  start_on date,
  end_on date,
  start_year int,
  region text,
  -- 'list' when a list names the place, 'authority' when it is derived from the authority.
  region_from text,
  themes text[] not null,
  currency text,
  granted numeric(18, 2),
  realised numeric(18, 2),
  planned_public numeric(18, 2),
  realised_public numeric(18, 2),
  total_cost numeric(18, 2),
  eu_amount numeric(18, 2),
  -- 0 to 3 by granted amount; null when unknown. The classes stand in modules/projects/rules.ts.
  amount_class int,
  lead_id uuid,
  lead_name text,
  lead_personal boolean not null,
  url text,
  -- A hash of the facets above, the same for all projects that share them: see project_cube.
  facet_key bigint not null,
  statements int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lexemes tsvector not null,
  unique (registry, code)
);
create index project_code on project (code);
create index project_lexemes on project using gin (lexemes);
create index project_granted on project (granted desc nulls last, id);
create index project_start on project (start_on desc nulls last, id);
create index project_title on project (title, id);
create index project_lead on project (lead_id);
create index project_authority on project (authority);
create index project_region on project (region);

create table project_party (
  project_id uuid not null references project (id) on delete cascade,
  position int not null,
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('lead', 'partner')),
  -- The name as the list wrote it.
  name text not null,
  primary key (project_id, position)
);
create index project_party_organisation on project_party (organisation_id);

-- Counts and sums for every combination of facets that occurs: dashboards and facet counts read this, not projects.
create table project_cube (
  facet_key bigint primary key,
  period text,
  fund text,
  priority text,
  authority text,
  region text,
  region_from text,
  status text,
  start_year int,
  amount_class int,
  themes text[] not null,
  currency text,
  projects bigint not null,
  granted numeric(20, 2),
  realised numeric(20, 2),
  planned_public numeric(20, 2),
  realised_public numeric(20, 2)
);

-- What the public pages say of each canonical organisation, refreshed when projects or merges change.
create table organisation_summary (
  organisation_id uuid primary key references organisation (id) on delete cascade,
  led bigint not null,
  joined bigint not null,
  -- [{ "currency": "EUR", "granted": "1234.00", "realised": "1200.00" }]
  money jsonb not null,
  first_year int,
  last_year int,
  -- Euros granted to projects it leads, for sorting.
  granted_eur numeric(18, 2) not null
);
create index organisation_summary_granted on organisation_summary (granted_eur desc);

-- Which lists speak of the projects of each combination: the provenance of every sum that the cube gives.
create table project_cube_list (
  facet_key bigint not null,
  import_id uuid not null references import (id) on delete cascade,
  projects bigint not null,
  primary key (facet_key, import_id)
);

-- What each canonical organisation leads under one region, authority, period and fund: the leads of a region or of
-- an authority are counted and ranked here, not from projects.
create table lead_summary (
  organisation_id uuid not null references organisation (id) on delete cascade,
  period text,
  fund text,
  region text,
  authority text,
  currency text,
  projects bigint not null,
  granted numeric(18, 2),
  realised numeric(18, 2)
);
create index lead_summary_region on lead_summary (region);
create index lead_summary_authority on lead_summary (authority);
create index lead_summary_organisation on lead_summary (organisation_id);

-- Few projects lack an amount or have a negative one; each figure tells how many of its own do.
create index project_gap on project (facet_key)
  where granted is null or realised is null or granted < 0 or realised < 0;
