-- How and when projects report, the reports with their versions, and everything that was done to them.
create table reporting_scheme (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  -- The projects of one call alone; null for all others of the ecosystem.
  call_id uuid references call (id),
  period text not null check (period in ('quarter', 'half-year', 'year')),
  -- A report is due so many days after the end of its period.
  due_days int not null check (due_days between 1 and 180),
  -- Periods that end before this day are not asked for.
  starts_on date not null,
  guidance jsonb not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text
);
create unique index reporting_scheme_ecosystem on reporting_scheme (ecosystem_id) where ended_at is null and call_id is null;
create unique index reporting_scheme_call on reporting_scheme (call_id) where ended_at is null and call_id is not null;

-- Projects that somebody has said report: those whose money was not decided here, or that report from another day.
create table reporting_project (
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  project_id uuid not null,
  starts_on date not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  primary key (ecosystem_id, project_id)
);

create table report (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  scheme_id uuid not null references reporting_scheme (id),
  project_id uuid not null,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  state text not null check (state in ('open', 'sent', 'returned', 'approved', 'correcting', 'locked')),
  -- Of the newest that was sent; zero before the first.
  version int not null,
  opened_at timestamptz not null
);
create unique index report_period on report (ecosystem_id, project_id, period_from, period_to);
create index report_state on report (state, due_on);

-- What each organisation of the project has written, ready to be sent with the others'.
create table report_part (
  report_id uuid not null references report (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  content jsonb not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  primary key (report_id, organisation_id)
);

-- What was sent: it never changes.
create table report_version (
  report_id uuid not null references report (id) on delete cascade,
  version int not null,
  content jsonb not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  primary key (report_id, version)
);

create table report_event (
  id uuid primary key,
  report_id uuid not null references report (id) on delete cascade,
  event text not null,
  from_state text not null,
  to_state text not null,
  version int not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  reason text
);
create index report_event_report on report_event (report_id);

-- Of what has been told: each report once of each kind.
create table report_reminder (
  report_id uuid not null references report (id) on delete cascade,
  kind text not null check (kind in ('opened', 'before', 'after')),
  at timestamptz not null,
  primary key (report_id, kind)
);
