-- What an assessor gave, as it was given: it stays when the scores are opened and given again.
create table assessment_giving (
  id uuid primary key,
  sheet_id uuid not null references assessment_sheet (id) on delete cascade,
  -- The version of the application that was judged.
  version int not null,
  scores jsonb not null,
  -- The audit holds the hash of salt and scores: a change would be seen, and nobody guesses few points from a hash.
  salt text not null,
  hash text not null,
  at timestamptz not null
);
create index assessment_giving_sheet on assessment_giving (sheet_id, at);

-- Until when the scores are to be given.
alter table assessment_sheet add column due_on date;

create index assessment_ecosystem on assessment (ecosystem_id, state);
