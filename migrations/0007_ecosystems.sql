-- Ecosystems as workspaces: what they are, their frame, who is in them and in what role, their money, targets and
-- ties. Every fact names the page or document that it was read in.

create table ecosystem_source (
  key text primary key,
  title text not null,
  publisher text not null,
  -- Without the protocol, as people write it.
  address text not null,
  published_on date
);

create table ecosystem (
  id uuid primary key,
  -- In addresses; never changes.
  key text not null unique,
  kind text not null check (kind in ('agreement', 'theme-network', 'region', 'coordination', 'project-run')),
  parent_id uuid references ecosystem (id),
  position int not null,
  featured boolean not null,
  -- Names and texts are { "fi": ..., "sv": ..., "en": ... }.
  name jsonb not null,
  short_name jsonb,
  -- Languages whose name is a plain translation of ours, not an official name.
  unofficial text[] not null,
  summary jsonb not null,
  description jsonb not null,
  -- As precise as the source: '2021', '2021-02' or '2021-02-09'; null when the source does not tell.
  starts text,
  ends text,
  period_source text references ecosystem_source (key),
  regions text[] not null,
  municipalities text[] not null,
  signed_on date,
  agreement_until date,
  agreement_source text references ecosystem_source (key),
  -- What is known in part only, said to the reader.
  partial jsonb,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lexemes tsvector not null
);
create index ecosystem_parent on ecosystem (parent_id);
create index ecosystem_lexemes on ecosystem using gin (lexemes);

-- The frame: named dimensions (priorities, emphases, work packages ...), each value with its own validity.
create table ecosystem_dimension (
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  dimension text not null,
  position int not null,
  name jsonb not null,
  primary key (ecosystem_id, dimension)
);

create table ecosystem_value (
  id uuid primary key,
  ecosystem_id uuid not null,
  dimension text not null,
  code text not null,
  position int not null,
  name jsonb not null,
  unofficial text[] not null,
  -- What belongs to it: a list of names.
  detail jsonb not null,
  valid_from date,
  valid_to date,
  source text not null references ecosystem_source (key),
  foreign key (ecosystem_id, dimension) references ecosystem_dimension (ecosystem_id, dimension) on delete cascade,
  unique (ecosystem_id, dimension, code)
);

-- Who is in it: the parties that signed (role 'party') and the roles that organisations have.
create table ecosystem_role (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  role text not null check (role in ('party', 'orchestrator', 'lead', 'partner', 'funder', 'implementer', 'developer', 'user', 'buyer', 'expert', 'authority')),
  name jsonb not null,
  business_id text,
  authority text,
  what jsonb,
  valid_from date,
  valid_to date,
  source text not null references ecosystem_source (key)
);
create index ecosystem_role_ecosystem on ecosystem_role (ecosystem_id);
create index ecosystem_role_business_id on ecosystem_role (business_id) where business_id is not null;
create index ecosystem_role_authority on ecosystem_role (authority) where authority is not null;

create table ecosystem_money (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  amount numeric(18, 2) not null,
  currency text not null,
  qualifier text not null check (qualifier in ('exact', 'about', 'over', 'per-year')),
  what jsonb not null,
  fund text,
  year int,
  payer jsonb,
  source text not null references ecosystem_source (key)
);
create index ecosystem_money_ecosystem on ecosystem_money (ecosystem_id);

create table ecosystem_goal (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  name jsonb not null,
  comparator text not null check (comparator in ('=', '>', '>=')),
  target numeric(18, 2) not null,
  unit text not null check (unit in ('count', 'percent')),
  from_year int,
  by_year int,
  source text not null references ecosystem_source (key)
);
create index ecosystem_goal_ecosystem on ecosystem_goal (ecosystem_id);

create table ecosystem_group (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  reach text not null check (reach in ('direct', 'indirect')),
  name jsonb not null,
  source text not null references ecosystem_source (key)
);
create index ecosystem_group_ecosystem on ecosystem_group (ecosystem_id);

create table ecosystem_fact (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  text jsonb not null,
  source text not null references ecosystem_source (key)
);
create index ecosystem_fact_ecosystem on ecosystem_fact (ecosystem_id);

-- Ties to another ecosystem, or to something that has no record here (then it has a name).
create table ecosystem_link (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  position int not null,
  kind text not null check (kind in ('part-of', 'continues', 'complements', 'learns-from', 'related')),
  to_id uuid references ecosystem (id),
  name jsonb,
  what jsonb,
  starts text,
  ends text,
  source text not null references ecosystem_source (key),
  check (to_id is not null or name is not null)
);
create index ecosystem_link_ecosystem on ecosystem_link (ecosystem_id);
create index ecosystem_link_to on ecosystem_link (to_id) where to_id is not null;
