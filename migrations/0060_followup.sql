-- Following a project: what is kept of it while it goes on, its reports as packets, and how it differs from the official
-- list.

-- A project that an ecosystem follows though its money was not decided here and it does not report here.
create table followup (
  project_id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index followup_ecosystem on followup (ecosystem_id);

-- Milestones, deliverables, risks, costs of a period and changes of a project. The versions of one thing share its
-- entry; the one that has not ended holds.
create table followup_item (
  id uuid primary key,
  project_id uuid not null,
  entry_id uuid not null,
  kind text not null check (kind in ('milestone', 'deliverable', 'risk', 'cost', 'change')),
  -- What it says, as `content.ts` of the module writes it.
  content jsonb not null,
  share text not null check (share in ('own', 'public')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  -- What changed, in the words of who changed it.
  reason text,
  -- Given way to a newer version, or taken away.
  ended_at timestamptz,
  ended_by text,
  ended_person_id uuid references person (id)
);
create index followup_item_project on followup_item (project_id) where ended_at is null;
create index followup_item_entry on followup_item (entry_id);
create unique index followup_item_current on followup_item (entry_id) where ended_at is null;

-- A follow-up report or the final report of a project, as one packet.
create table followup_packet (
  id uuid primary key,
  project_id uuid not null,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  kind text not null check (kind in ('followup', 'final')),
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('open', 'sent', 'returned', 'approved')),
  -- Of the newest that was sent; zero before the first.
  version int not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create unique index followup_packet_period on followup_packet (project_id, kind, period_from, period_to);
create index followup_packet_state on followup_packet (ecosystem_id, state);

-- What was sent: it never changes, and its hash shows that it has not.
create table followup_packet_version (
  packet_id uuid not null references followup_packet (id) on delete cascade,
  version int not null,
  content jsonb not null,
  -- SHA-256 of the canonical content, in hexadecimal.
  hash text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  primary key (packet_id, version)
);

create table followup_packet_event (
  id uuid primary key,
  packet_id uuid not null references followup_packet (id) on delete cascade,
  event text not null,
  version int not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  reason text
);
create index followup_packet_event_packet on followup_packet_event (packet_id);

-- Which record of the official list is the project that was granted here.
create table followup_pair (
  project_id uuid primary key,
  record_id uuid not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);

-- What was decided of one field in which the two differ; it holds while both say what they said then.
create table followup_verdict (
  id uuid primary key,
  project_id uuid not null,
  field text not null,
  verdict text not null check (verdict in ('list', 'ours')),
  own_value text,
  list_value text,
  reason text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index followup_verdict_project on followup_verdict (project_id);
