-- What became of an idea after it was proposed: what it said before it was changed, and that it was withdrawn or taken
-- up again. The idea itself holds what it says now.
create table portfolio_idea_act (
  id uuid primary key,
  idea_id uuid not null references portfolio_idea (id) on delete cascade,
  act text not null check (act in ('edited', 'withdrawn', 'restored')),
  -- The fields that changed, as they were.
  before jsonb,
  person_id uuid references person (id),
  at timestamptz not null,
  check ((before is not null) = (act = 'edited'))
);
create index portfolio_idea_act_idea on portfolio_idea_act (idea_id);
