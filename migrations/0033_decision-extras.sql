-- Meetings as they are held, what a granted application becomes, letters with their appeal guidance.

alter table meeting
  drop constraint meeting_state_check,
  add constraint meeting_state_check check (state in ('planned', 'called', 'open', 'held', 'approved')),
  -- In which language the agenda and minutes are written first; the other one is a switch away.
  add column language text not null default 'fi',
  add column called_at timestamptz,
  add column person_id uuid references person (id),
  add column created_at timestamptz not null;

create index meeting_ecosystem on meeting (ecosystem_id, held_on);

-- Who steps aside while an item is handled, with the ground that the minutes tell; who steps in.
create table meeting_recusal (
  id uuid primary key,
  meeting_id uuid not null references meeting (id) on delete cascade,
  item_id uuid not null references meeting_item (id) on delete cascade,
  person_id uuid not null references person (id),
  -- A point of hallintolaki 28 § 1 mom.
  ground int check (ground between 1 and 7),
  words text not null,
  deputy_id uuid references person (id),
  at timestamptz not null,
  unique (item_id, person_id)
);
create index meeting_recusal_meeting on meeting_recusal (meeting_id);

create table meeting_event (
  id uuid primary key,
  meeting_id uuid not null references meeting (id) on delete cascade,
  event text not null,
  from_state text not null,
  to_state text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index meeting_event_meeting on meeting_event (meeting_id, at);

alter table decision_event
  add column round int not null,
  -- Of an event that signs: the hash of what was signed.
  add column hash text;

create index decision_published on decision (published_at) where state = 'published';

-- How one appeals: the council's own text, without which no letter goes out.
create table appeal_guidance (
  ecosystem_id uuid primary key references ecosystem (id) on delete cascade,
  -- { "fi": ..., "sv": ..., "en": ... }
  body jsonb not null,
  person_id uuid references person (id),
  updated_at timestamptz not null
);

alter table decision_letter
  add column round int not null,
  add column kind text not null check (kind in ('granted', 'refused', 'left-out')),
  -- To whom: those with the right to send the application.
  add column people uuid[] not null;

-- What a decision says of a project, as the list of one row that it is brought in by.
create table decision_statement (
  import_id uuid primary key references import (id) on delete cascade,
  decision_id uuid not null references decision (id),
  round int not null,
  project_id uuid not null,
  project_key text not null,
  at timestamptz not null,
  withdrawn_at timestamptz
);
create index decision_statement_project on decision_statement (project_id);
create index decision_statement_decision on decision_statement (decision_id);

-- The money of a project by the decisions that gave it. Three authorities, since they are three.
create table funding_decision (
  id uuid primary key,
  project_id uuid not null,
  decision_id uuid not null references decision (id),
  round int not null,
  content_authority text,
  deciding_authority text,
  payer text,
  appropriation text,
  year int not null,
  decided_on date not null,
  cost numeric(18, 2) not null,
  granted numeric(18, 2) not null,
  -- [{ "source", "amount" }]: decimal strings of euros that sum to the cost.
  sources jsonb not null,
  -- The signature of the legal decision.
  hash text not null,
  withdrawn_at timestamptz
);
create unique index funding_decision_valid on funding_decision (decision_id) where withdrawn_at is null;
create index funding_decision_project on funding_decision (project_id);

create table project_budget (
  funding_decision_id uuid not null references funding_decision (id) on delete cascade,
  position int not null,
  organisation_id uuid references organisation (id),
  name text not null,
  role text not null check (role in ('lead', 'partner')),
  cost numeric(18, 2) not null,
  granted numeric(18, 2) not null,
  primary key (funding_decision_id, position)
);

-- What was promised in the application: targets, and what goes on after the money.
create table project_indicator (
  funding_decision_id uuid not null references funding_decision (id) on delete cascade,
  position int not null,
  indicator text not null,
  unit text,
  baseline numeric,
  target numeric,
  evidence text,
  primary key (funding_decision_id, position)
);
create table project_commitment (
  funding_decision_id uuid not null references funding_decision (id) on delete cascade,
  position int not null,
  kind text not null check (kind in ('financing', 'continuation')),
  organisation text not null,
  what text,
  payer text,
  owner text,
  evidence text,
  amount numeric(18, 2),
  primary key (funding_decision_id, position)
);
