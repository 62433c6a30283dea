-- Lists that were dropped in, and their rows. The applied rows of a project are its statements:
-- the project is a fold over them, so each value knows its list, file, row and what it replaced.

create table list_profile (
  id uuid primary key,
  name text not null unique,
  mapping jsonb not null,
  created_at timestamptz not null
);

create table import (
  id uuid primary key,
  file_name text not null,
  file_hash text not null,
  file_bytes bigint not null,
  profile text,
  -- How the file is read: format, encoding, columns and their fields, currency, date form.
  layout jsonb not null,
  -- What list it is: names in three languages, publisher, address, registry of its project codes.
  list jsonb not null,
  -- The day the list speaks of; a newer list wins over an older one.
  as_of date,
  state text not null check (state in ('received', 'staging', 'staged', 'applying', 'applied', 'withdrawing', 'withdrawn', 'failed')),
  -- { rows, created, updated, unchanged, rejected, organisationsCreated, organisationsMatched, seconds, ... }
  counts jsonb not null,
  failure jsonb,
  staged_rows bigint not null,
  job_id uuid,
  actor_name text,
  created_at timestamptz not null,
  applied_at timestamptz,
  withdrawn_at timestamptz
);
create index import_created on import (created_at);
create index import_hash on import (file_hash);

create table import_row (
  import_id uuid not null references import (id) on delete cascade,
  row_no bigint not null,
  registry text not null,
  -- The code of the project in its registry, or a key made of what names it where a list has no codes.
  project_key text not null,
  values jsonb not null,
  cells text[] not null,
  problems jsonb,
  project_id uuid,
  state text not null check (state in ('staged', 'applied', 'same', 'rejected', 'withdrawn')),
  primary key (import_id, row_no)
);
create index import_row_project on import_row (project_id) where project_id is not null;
create index import_row_key on import_row (import_id, project_key);
