-- The registry. A row is one organisation as some source names it; rows found to be the same one point at
-- their canonical row, so that a merge keeps both histories and can be undone by pointing back.

create table organisation (
  id uuid primary key,
  canonical_id uuid not null,
  name text not null,
  name_sv text,
  name_en text,
  kind text not null,
  personal boolean not null,
  place text,
  region text,
  country text,
  -- The list that brought the row; null for one that ships with the product or was typed in.
  import_id uuid,
  created_at timestamptz not null,
  lexemes tsvector not null
);
create index organisation_canonical on organisation (canonical_id);
create index organisation_import on organisation (import_id);
create index organisation_lexemes on organisation using gin (lexemes);

create table organisation_name (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  name text not null,
  -- The name casefolded, without blanks and punctuation: equal keys are one spelling.
  name_key text not null,
  language text,
  kind text not null check (kind in ('name', 'alias', 'former', 'acronym', 'unit')),
  source text not null
);
create index organisation_name_organisation on organisation_name (organisation_id);
create index organisation_name_key on organisation_name (name_key);

create table organisation_identifier (
  organisation_id uuid not null references organisation (id) on delete cascade,
  scheme text not null,
  value text not null,
  source text not null,
  primary key (organisation_id, scheme, value)
);
create index organisation_identifier_value on organisation_identifier (value);

-- Two rows that may be one organisation. Once decided, never asked again.
create table organisation_pair (
  id uuid primary key,
  left_id uuid not null references organisation (id) on delete cascade,
  right_id uuid not null references organisation (id) on delete cascade,
  score double precision not null,
  evidence jsonb not null,
  state text not null check (state in ('open', 'same', 'different')),
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null,
  unique (left_id, right_id)
);
create index organisation_pair_state on organisation_pair (state, score);
create index organisation_pair_right on organisation_pair (right_id);

-- Every joining of two rows, by the matching engine or by a person, and its undoing.
create table organisation_merge (
  id uuid primary key,
  kept_id uuid not null references organisation (id) on delete cascade,
  merged_id uuid not null references organisation (id) on delete cascade,
  by_whom text not null,
  automatic boolean not null,
  evidence jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text
);
create index organisation_merge_merged on organisation_merge (merged_id);
create index organisation_merge_kept on organisation_merge (kept_id);
