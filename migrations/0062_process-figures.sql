-- Process figures: how long calls, assessments and decisions take in an ecosystem, by the same definitions for all. They
-- are counted from what happened here each time; stored are only who sees an ecosystem's, and what people make of them.
create table process_share (
  ecosystem_id uuid primary key references ecosystem (id) on delete cascade,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);

-- Why an ecosystem is quick or slow, and what was learnt, with what it led to. Seen by who sees its figures.
create table process_note (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  figure text not null,
  kind text not null check (kind in ('cause', 'lesson')),
  words text not null,
  -- A page of ours: the idea, the call or the project that followed.
  address text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create index process_note_ecosystem on process_note (ecosystem_id, figure, at);
