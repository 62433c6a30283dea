-- Portfolios: what belongs to one, and what people judge of it. Nothing here changes a project or an application.
-- Every judgement has its author and time; one that is taken back stays, and says by whom and when.

create table portfolio (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  -- In up to three languages.
  name jsonb not null,
  purpose jsonb not null,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- Its placements were made to practise with.
  exercise boolean not null default false,
  person_id uuid references person (id),
  created_at timestamptz not null,
  edited_at timestamptz
);
create index portfolio_ecosystem on portfolio (ecosystem_id);

-- What a portfolio takes in by itself: the projects of a list's filters, or the applications of a call.
create table portfolio_source (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  kind text not null check (kind in ('projects', 'call')),
  -- The words and filters of the list of projects.
  filters jsonb,
  call_id uuid references call (id) on delete cascade,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id),
  check ((kind = 'projects') = (filters is not null) and (kind = 'call') = (call_id is not null))
);
create index portfolio_source_portfolio on portfolio_source (portfolio_id);

-- A project that somebody puts in or leaves out by hand, whatever the sources say.
create table portfolio_choice (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  thing_id uuid not null,
  stance text not null check (stance in ('in', 'out')),
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_choice_portfolio on portfolio_choice (portfolio_id);

create table portfolio_idea (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  language text not null,
  title text not null,
  body text not null,
  lead text,
  city text,
  amount numeric(18, 2) not null default 0,
  starts date,
  ends date,
  frame_values text[] not null,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_idea_portfolio on portfolio_idea (portfolio_id);

-- Where a thing (project, application or idea) stands on a dimension of the frame. One act places many: its batch.
create table portfolio_placement (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  batch_id uuid not null,
  thing_id uuid not null,
  dimension text not null,
  code text not null,
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  -- The batch that took its place, or that took it back.
  removed_batch uuid,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_placement_portfolio on portfolio_placement (portfolio_id);

-- What is aimed at for a value of the frame, or for the cell of two. Share: hundredths of a percent; money: cents.
create table portfolio_target (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  frame_values text[] not null check (cardinality(frame_values) in (1, 2)),
  measure text not null check (measure in ('share', 'money', 'count')),
  amount bigint not null check (amount >= 0),
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_target_portfolio on portfolio_target (portfolio_id);

-- One thing should feed another with its results, or is its earlier phase.
create table portfolio_feed (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  kind text not null check (kind in ('feeds', 'continues')),
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_feed_portfolio on portfolio_feed (portfolio_id);

create table portfolio_goal (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  organisation_id uuid references organisation (id),
  -- Whose goal it is, as it is called here.
  owner text not null,
  name jsonb not null,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_goal_portfolio on portfolio_goal (portfolio_id);

-- How strongly a thing serves a goal: 1 a little, 2 clearly, 3 as its main purpose.
create table portfolio_service (
  id uuid primary key,
  goal_id uuid not null references portfolio_goal (id) on delete cascade,
  thing_id uuid not null,
  strength int not null check (strength between 1 and 3),
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_service_goal on portfolio_service (goal_id);

-- What was promised to go on after a project's money, where no application of ours holds the promise.
create table portfolio_commitment (
  id uuid primary key,
  portfolio_id uuid not null references portfolio (id) on delete cascade,
  project_id uuid not null references project (id) on delete cascade,
  organisation text not null,
  what text not null,
  payer text,
  owner text,
  evidence text,
  person_id uuid references person (id),
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid references person (id)
);
create index portfolio_commitment_portfolio on portfolio_commitment (portfolio_id);

-- What became of a promise so many months after the project's end. The newest check of a month counts.
create table commitment_check (
  id uuid primary key,
  -- One of the two: written by hand here, or a row of project_commitment.
  commitment_id uuid references portfolio_commitment (id) on delete cascade,
  funding_decision_id uuid,
  position int,
  months int not null check (months in (6, 12, 24)),
  outcome text not null check (outcome in ('kept', 'partly', 'not-kept', 'unknown')),
  evidence text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  foreign key (funding_decision_id, position) references project_commitment (funding_decision_id, position)
    on delete cascade,
  check ((commitment_id is null) = (funding_decision_id is not null and position is not null))
);
create index commitment_check_commitment on commitment_check (commitment_id);
create index commitment_check_decision on commitment_check (funding_decision_id);
