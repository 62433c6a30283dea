-- Care: the audit's personal values and its shortened beginning, backups, personal data and how long things are kept.

-- Where the chain begins, when old rows have been removed by the retention rule; told in a row of the chain itself.
alter table audit_head
  add column base_seq bigint not null default 0,
  add column base_hash bytea not null default '\x00';

-- Personal values (names, addresses) of audit rows stand here; the chained row holds only their hash, so that a person
-- can be forgotten without a break in the chain. hash = sha256(salt, entry, person, value).
create table audit_sealed (
  hash bytea primary key,
  salt bytea not null,
  entry_id uuid not null,
  -- Whose it is, where the command said so.
  person_id uuid,
  -- JSON text, byte for byte as it was hashed.
  value text not null
);
create index audit_sealed_entry on audit_sealed (entry_id);
create index audit_sealed_person on audit_sealed (person_id) where person_id is not null;

create table backup (
  id uuid primary key,
  file text not null,
  bytes bigint not null,
  encrypted boolean not null,
  rows bigint not null,
  files bigint not null,
  began_at timestamptz not null,
  finished_at timestamptz not null
);
create index backup_finished on backup (finished_at);

-- Published contact data: with a ground and a day on which it is gone through again. Never searched from outside.
create table contact (
  id uuid primary key,
  person_id uuid references person (id),
  organisation_id uuid references organisation (id) on delete cascade,
  ecosystem_id uuid references ecosystem (id) on delete cascade,
  name text not null,
  title text,
  email text,
  phone text,
  ground text not null check (ground in ('consent', 'public-task', 'contract', 'legitimate-interest')),
  published boolean not null,
  review_on date not null,
  reminded_on date,
  created_by uuid references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((organisation_id is null) <> (ecosystem_id is null))
);
create index contact_organisation on contact (organisation_id);
create index contact_ecosystem on contact (ecosystem_id);
create index contact_person on contact (person_id);
create index contact_review on contact (review_on);

-- A person to be forgotten: at due_at, unless taken back before.
create table erasure (
  id uuid primary key,
  person_id uuid not null references person (id),
  asked_by uuid references person (id),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  cancelled_at timestamptz,
  done_at timestamptz
);
create unique index erasure_open on erasure (person_id) where cancelled_at is null and done_at is null;
alter table person add column erased_at timestamptz;

-- How long each kind of record is kept. What is past its days waits the grace period, in the report, before it goes.
create table retention_rule (
  kind text primary key,
  -- Null: kept for good.
  days int check (days > 0),
  grace_days int not null check (grace_days >= 0),
  changed_at timestamptz not null
);
insert into retention_rule (kind, days, grace_days, changed_at) values
  ('session', 30, 7, now()),
  ('sign-in-link', 30, 7, now()),
  ('mail', 365, 30, now()),
  ('draft', 730, 60, now()),
  ('job', 90, 7, now()),
  ('raw-file', 1095, 60, now()),
  ('backup-note', 1095, 30, now()),
  ('audit', null, 90, now());

create table retention_run (
  id uuid primary key,
  at timestamptz not null,
  -- [{ "kind": "mail", "removed": 12 }]
  removed jsonb not null
);
