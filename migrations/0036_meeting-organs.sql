-- The organs that meet, how many of them must be there, and matters that are left for a later meeting.

-- How many deciders must be present. Where the organ's own rules say no number: more than half of its members.
create table meeting_organ (
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  part text not null check (part in ('selection', 'legal')),
  quorum int check (quorum between 1 and 200),
  -- Where that is said, in the organ's own words: an administrative regulation, an agreement.
  ground text not null,
  person_id uuid references person (id),
  updated_at timestamptz not null,
  primary key (ecosystem_id, part)
);

alter table meeting
  -- As the rule was when the meeting was called.
  add column quorum int,
  add column quorum_ground text;

alter table meeting_item
  -- Left for another meeting, which may not be known yet.
  add column moved_at timestamptz,
  add column moved_to uuid references meeting (id);
