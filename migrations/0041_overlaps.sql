-- What people judge of two things: how a project or an application stands to a project. A newer word of the same person
-- on the same pair ends the older one, and so does taking it back; nothing is deleted. Projects have no foreign key: one
-- that is withdrawn with its list may come back, and the judgement with it.
create table overlap_judgement (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  thing_kind text not null check (thing_kind in ('project', 'application')),
  thing_id uuid not null,
  project_id uuid not null,
  judgement text not null check (judgement in ('overlaps', 'complements', 'continues', 'depends-on', 'unrelated')),
  reason text not null,
  share text not null check (share in ('agreement', 'public')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('replaced', 'withdrawn')),
  check (thing_kind = 'project' or share = 'agreement'),
  check (thing_id <> project_id),
  check ((ended_at is null) = (ended_why is null))
);
create index overlap_judgement_thing on overlap_judgement (thing_id);
create index overlap_judgement_project on overlap_judgement (project_id);
create index overlap_judgement_ecosystem on overlap_judgement (ecosystem_id);

-- Concepts of YSO that people accepted as what a thing is about, or refused when they were suggested.
create table subject_choice (
  id uuid primary key,
  thing_kind text not null check (thing_kind in ('project', 'application')),
  thing_id uuid not null,
  -- The number in the concept's address: http://www.yso.fi/onto/yso/p + number.
  concept text not null check (concept ~ '^[0-9]{1,9}$'),
  accepted boolean not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index subject_choice_now on subject_choice (thing_id, concept) where ended_at is null;
