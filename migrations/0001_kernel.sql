-- What every module stands on: who did what, how far long work is, and when public data last changed.

create table audit_entry (
  id uuid primary key,
  action text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  input jsonb not null,
  at timestamptz not null
);
create index audit_entry_at on audit_entry (at);

create table job_progress (
  job_id uuid primary key,
  name text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null,
  total bigint,
  step text not null,
  updated_at timestamptz not null default now()
);

create table revision (
  name text primary key,
  number bigint not null
);

create table setting (
  name text primary key,
  value jsonb not null
);
