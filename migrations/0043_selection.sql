-- The selection meeting: candidates with costs and scores, what is said of the weights, budgets and rules, who sits in
-- it and steps aside, and the portfolio that it chooses, with a record that anybody can compute again.
create table selection (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id),
  number int not null,
  -- The call whose applications are the candidates, and the organ's meeting that it is an item of, where there are any.
  call_id uuid references call (id),
  meeting_id uuid references meeting (id),
  -- { "fi": ..., "sv": ..., "en": ... }, at least one of them.
  name jsonb not null,
  purpose text not null,
  -- Finnish wall time.
  held_on date not null,
  held_at text,
  place text,
  state text not null check (state in ('preparing', 'called', 'open', 'closed')),
  -- Invented for practice, and what is invented in it.
  exercise boolean not null,
  exercise_note jsonb,
  -- Criteria, budgets, rules, synergies and agenda: src/modules/selections/settings.ts.
  settings jsonb not null,
  -- Moves with every change that a window of the meeting shows.
  revision int not null,
  -- Ids of the candidates in the chosen portfolio, and why it was chosen.
  chosen uuid[],
  reasons text not null,
  -- The record in its canonical form, and its SHA-256 in hexadecimal.
  record jsonb,
  record_hash text,
  created_by uuid references person (id),
  created_at timestamptz not null,
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  unique (ecosystem_id, number),
  check ((state = 'closed') = (record is not null))
);

create table selection_candidate (
  id uuid primary key,
  selection_id uuid not null references selection (id) on delete cascade,
  position int not null,
  -- How it is called in the meeting: "H07".
  code text not null,
  title jsonb not null,
  project_id uuid references project (id),
  application_id uuid references application (id),
  -- By budget, decimal texts: { "erdf": "120000.00" }.
  costs jsonb not null,
  lead text,
  city text,
  fund text,
  region text,
  actor_kind text,
  -- Rows of organisations that take part in it: conflicts of interest are found by them.
  organisations uuid[] not null,
  -- Values of the ecosystem's frame, 'dimension/code'.
  frame_values text[] not null,
  starts date,
  ends date,
  note text not null,
  -- Where its money and dates come from, in words.
  source text not null,
  unique (selection_id, code)
);

create table selection_score (
  candidate_id uuid not null references selection_candidate (id) on delete cascade,
  criterion text not null,
  low numeric not null,
  high numeric not null,
  origin text not null check (origin in ('consensus', 'assessors', 'entered', 'exercise')),
  person_id uuid references person (id),
  at timestamptz not null,
  primary key (candidate_id, criterion),
  check (low <= high)
);

create table selection_member (
  selection_id uuid not null references selection (id) on delete cascade,
  person_id uuid not null references person (id),
  role text not null check (role in ('chair', 'member', 'deputy', 'secretary', 'expert')),
  came_at timestamptz,
  left_at timestamptz,
  primary key (selection_id, person_id)
);

-- Who steps aside from which candidate. 'computed': the register shows why; 'declared': they said so.
create table selection_recusal (
  id uuid primary key,
  candidate_id uuid not null references selection_candidate (id) on delete cascade,
  person_id uuid not null references person (id),
  found text not null check (found in ('computed', 'declared')),
  -- A point of hallintolaki 28 § 1 mom.
  ground int check (ground between 1 and 7),
  words text not null,
  at timestamptz not null,
  unique (candidate_id, person_id)
);

-- What is said of the weights: by the meeting (person_id is null) or by one member for themselves.
create table selection_statement (
  id uuid primary key,
  selection_id uuid not null references selection (id) on delete cascade,
  person_id uuid references person (id),
  -- A statement of the engine's problem, with ids of criteria.
  content jsonb not null,
  reason text not null,
  said_by uuid not null references person (id),
  at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz
);
create index selection_statement_selection on selection_statement (selection_id);

create table selection_force (
  id uuid primary key,
  candidate_id uuid not null references selection_candidate (id) on delete cascade,
  way text not null check (way in ('in', 'out')),
  reason text not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz
);
create unique index selection_force_one on selection_force (candidate_id) where withdrawn_at is null;

-- What members say of a candidate in the meeting; whoever steps aside from it does not see it.
create table selection_note (
  id uuid primary key,
  candidate_id uuid not null references selection_candidate (id) on delete cascade,
  person_id uuid not null references person (id),
  body text not null,
  at timestamptz not null
);
create index selection_note_candidate on selection_note (candidate_id);

create table selection_vote (
  id uuid primary key,
  selection_id uuid not null references selection (id) on delete cascade,
  question text not null,
  -- [{ "id": ..., "name": ..., "candidates": [...] }]: whoever steps aside from a candidate that not all options have
  -- does not vote.
  options jsonb not null,
  person_id uuid not null references person (id),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index selection_vote_selection on selection_vote (selection_id);

create table selection_ballot (
  vote_id uuid not null references selection_vote (id) on delete cascade,
  person_id uuid not null references person (id),
  option text not null,
  at timestamptz not null,
  primary key (vote_id, person_id)
);

create table selection_signature (
  selection_id uuid not null references selection (id) on delete cascade,
  person_id uuid not null references person (id),
  role text not null,
  -- Of the record that was signed.
  hash text not null,
  at timestamptz not null,
  primary key (selection_id, person_id)
);

-- The course of the meeting: who did what, when, in the order in which it happened.
create table selection_event (
  id uuid primary key,
  selection_id uuid not null references selection (id) on delete cascade,
  event text not null,
  content jsonb not null,
  person_id uuid references person (id),
  at timestamptz not null
);
create index selection_event_selection on selection_event (selection_id, id);
