-- What is being typed and not yet sent, field by field, with every earlier state of it; and files put beside things.

create table draft (
  id uuid primary key,
  kind text not null,
  -- The id of what it is about; 'new' for something that does not exist yet.
  subject text not null,
  -- Whose it is; null when all who may fill the form in share it.
  person_id uuid references person (id),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  -- Moves with every change, so that a browser can ask what is new since it last looked.
  seq bigint not null,
  state text not null check (state in ('open', 'submitted', 'discarded')),
  closed_at timestamptz,
  closed_by uuid references person (id)
);
create unique index draft_open on draft (kind, subject, coalesce(person_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'open';
create index draft_person on draft (person_id);

-- Each field as it stands. A value is a text or a list of texts; null when the field is as it was before the draft.
create table draft_field (
  draft_id uuid not null references draft (id) on delete cascade,
  name text not null,
  value jsonb,
  version int not null,
  seq bigint not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (draft_id, name)
);

-- Every saved change, and (without a version) what was set aside because somebody else had written there first.
create table draft_change (
  id uuid primary key,
  draft_id uuid not null references draft (id) on delete cascade,
  name text not null,
  version int,
  value jsonb,
  person_id uuid not null references person (id),
  at timestamptz not null,
  how text not null check (how in ('typed', 'merged', 'restored', 'aside')),
  settled_at timestamptz,
  check ((how = 'aside') = (version is null))
);
create unique index draft_change_version on draft_change (draft_id, name, version) where version is not null;
create index draft_change_at on draft_change (draft_id, at);
create index draft_change_person on draft_change (person_id);

-- What was answered to each save, so that one that is sent again is answered the same and done once.
create table draft_operation (
  id uuid primary key,
  draft_id uuid not null references draft (id) on delete cascade,
  person_id uuid not null references person (id),
  answer jsonb not null,
  at timestamptz not null
);
create index draft_operation_draft on draft_operation (draft_id);

-- Who has the form open, in which window, at which field.
create table draft_presence (
  draft_id uuid not null references draft (id) on delete cascade,
  client text not null,
  person_id uuid not null references person (id),
  field text,
  seen_at timestamptz not null,
  primary key (draft_id, client)
);

create table attachment (
  id uuid primary key,
  subject_kind text not null,
  subject_id text not null,
  name text not null,
  -- What the content says it is, never what the sender said.
  type text not null,
  bytes bigint not null,
  file_hash text not null,
  thumbnail_file_hash text,
  -- 'unchecked' where no virus scanner is set.
  scan text not null check (scan in ('unchecked', 'waiting', 'clean', 'infected')),
  scan_says text,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  ecosystem_id uuid,
  organisation_id uuid,
  person_id uuid references person (id),
  created_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index attachment_subject on attachment (subject_kind, subject_id);
create index attachment_file on attachment (file_hash);
create index attachment_person on attachment (person_id);

-- What somebody has typed of an organisation: each value with what it replaced, so that it can be taken back.
create table organisation_statement (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  field text not null,
  value text,
  previous text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text
);
create index organisation_statement_organisation on organisation_statement (organisation_id, field, at);
alter table organisation add column website text;
