-- Forms that calls ask: what is asked is data. A version is worked on until it is settled, and then never changes.

create table form (
  id uuid primary key,
  -- Where it belongs; null when the whole installation may use it.
  ecosystem_id uuid references ecosystem (id),
  person_id uuid references person (id),
  created_at timestamptz not null,
  archived_at timestamptz
);
create index form_ecosystem on form (ecosystem_id);

create table form_version (
  form_id uuid not null references form (id),
  version integer not null,
  -- Checked and put in order whenever it is read (src/engine/form).
  definition jsonb not null,
  -- Of the form as its file.
  hash text not null,
  state text not null check (state in ('working', 'settled')),
  person_id uuid references person (id),
  at timestamptz not null,
  primary key (form_id, version)
);
-- One at most is worked on.
create unique index form_version_working on form_version (form_id) where state = 'working';

-- The steps by which a form was made, each with the step back.
create table form_step (
  id uuid primary key,
  form_id uuid not null references form (id),
  version integer not null,
  step jsonb not null,
  undo jsonb not null,
  person_id uuid references person (id),
  at timestamptz not null,
  undone_at timestamptz
);
create index form_step_form on form_step (form_id, id);
