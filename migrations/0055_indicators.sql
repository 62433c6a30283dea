-- What is measured: definitions with versions, which of them each ecosystem uses, targets, values of projects, and the
-- enterprises behind unique counts. Nothing is overwritten: what gives way says since when.
create table indicator (
  id uuid primary key,
  -- 'RCO01' of the common list, or an ecosystem's own.
  code text not null,
  -- Who keeps the definition; null is the common list. Others may use it.
  ecosystem_id uuid references ecosystem (id) on delete cascade,
  created_at timestamptz not null
);
create unique index indicator_common on indicator (code) where ecosystem_id is null;
create unique index indicator_own on indicator (ecosystem_id, code) where ecosystem_id is not null;

create table indicator_version (
  indicator_id uuid not null references indicator (id) on delete cascade,
  version int not null,
  name jsonb not null,
  definition jsonb not null,
  unit jsonb not null,
  aggregation text not null check (aggregation in ('sum', 'unique', 'ratio', 'stock', 'last')),
  decimals int not null check (decimals between 0 and 6),
  -- By what a unique count is broken down: size, region, kind.
  disaggregation text[] not null,
  -- Where the definition was read.
  source text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  reason text,
  primary key (indicator_id, version)
);

-- The indicators that an ecosystem uses, by the set that they belong to.
create table ecosystem_indicator (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  indicator_id uuid not null references indicator (id) on delete cascade,
  set_name text not null check (set_name in ('common', 'own')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text
);
create unique index ecosystem_indicator_current on ecosystem_indicator (ecosystem_id, indicator_id) where ended_at is null;

-- From which part of the share of time gone a light is green, and from which amber.
create table indicator_light (
  ecosystem_id uuid primary key references ecosystem (id) on delete cascade,
  green numeric not null check (green between 0 and 2),
  amber numeric not null check (amber between 0 and green),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);

create table indicator_target (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  indicator_id uuid not null references indicator (id) on delete cascade,
  scope text not null check (scope in ('ecosystem', 'priority', 'call', 'project')),
  -- 'dimension/code' of the frame, or the id of a call or a project; empty for the ecosystem.
  subject text not null default '',
  baseline numeric not null,
  target numeric not null,
  starts_on date not null,
  due_on date not null check (due_on > starts_on),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  reason text,
  ended_at timestamptz,
  ended_by text
);
create unique index indicator_target_current on indicator_target (ecosystem_id, indicator_id, scope, subject) where ended_at is null;

-- What one organisation of a project reported of an indicator for a period. A later version corrects an earlier one.
create table indicator_value (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  indicator_id uuid not null references indicator (id),
  definition_version int not null,
  project_id uuid not null,
  organisation_id uuid references organisation (id),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  -- Null: there was nothing to report.
  amount numeric,
  -- The denominator of a ratio.
  per numeric,
  narrative text,
  version int not null,
  report_id uuid not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  approved_person_id uuid references person (id),
  approved_by text not null,
  approved_at timestamptz not null,
  -- Why an approved value was corrected.
  reason text
);
create unique index indicator_value_version on indicator_value
  (report_id, indicator_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), version);
create index indicator_value_indicator on indicator_value (ecosystem_id, indicator_id);
create index indicator_value_project on indicator_value (project_id);

-- Enterprises that projects have supported, by business id. A sole trader's name is personal.
create table supported_enterprise (
  business_id text primary key,
  name text not null,
  personal boolean not null,
  size text check (size in ('micro', 'small', 'medium', 'large')),
  region text,
  kind text,
  organisation_id uuid references organisation (id),
  updated_at timestamptz not null
);
create table indicator_value_enterprise (
  value_id uuid not null references indicator_value (id) on delete cascade,
  position int not null,
  -- Null where the enterprise has none or it is not known: then the name is told apart and not counted.
  business_id text references supported_enterprise (business_id),
  name text not null,
  primary key (value_id, position)
);
create index indicator_value_enterprise_business on indicator_value_enterprise (business_id) where business_id is not null;

-- The figures of an ecosystem, made in the transaction that approves what they are made of.
create table indicator_figure (
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  indicator_id uuid not null references indicator (id) on delete cascade,
  -- An exact fraction; null where nothing has been reported.
  numerator numeric,
  denominator numeric,
  projects int not null,
  unnumbered int not null,
  -- [{ "to", "numerator", "denominator" }]: the figure at the end of each period.
  series jsonb not null,
  -- { "size": { "micro": 3, "": 1 } }: enterprises by what is known of them.
  breakdown jsonb not null,
  approved_at timestamptz,
  made_at timestamptz not null,
  primary key (ecosystem_id, indicator_id)
);
