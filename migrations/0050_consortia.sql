-- Consortia: those who gather for a call, what the call demands, who is asked and what they answer, until an application.
create table consortium (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id),
  -- Invented for practice: every page says so.
  exercise boolean not null,
  -- The call: one of ours, or another's by its name, address and day.
  call_id uuid references call (id),
  call_name text,
  call_address text,
  deadline timestamptz,
  language text not null,
  title text not null,
  aim text not null default '',
  programme text,
  starts_on date,
  ends_on date,
  budget numeric(18, 2),
  -- The organisation that gathers it and would lead.
  lead_id uuid references organisation (id),
  -- How many partners there may be, and the most that one and all together may ask for.
  least int not null default 1 check (least > 0),
  most int not null default 20 check (most >= least),
  most_each numeric(18, 2),
  most_together numeric(18, 2),
  state text not null check (state in ('gathering', 'applied', 'ended')),
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- "Partners wanted": the public page tells of it, in these words.
  wanted boolean not null default false,
  wanted_text text,
  application_id uuid references application (id),
  person_id uuid references person (id),
  at timestamptz not null,
  ended_at timestamptz,
  ended_why text
);
create index consortium_ecosystem on consortium (ecosystem_id);
create index consortium_call on consortium (call_id) where call_id is not null;
create index consortium_lead on consortium (lead_id) where lead_id is not null;

-- One demand as `engine/network/cover` takes it. A changed one ends and names what follows it.
create table consortium_demand (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  position int not null,
  name text not null,
  asks jsonb not null,
  counted text not null check (counted in ('partners', 'regions', 'countries')),
  need int not null check (need > 0),
  must boolean not null,
  weight int not null check (weight between 1 and 100),
  enough text not null check (enough in ('shown', 'either', 'both')),
  source text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  followed_by uuid references consortium_demand (id)
);
create index consortium_demand_consortium on consortium_demand (consortium_id) where ended_at is null;

create table consortium_exclusion (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  by_what text not null check (by_what in ('organisation-kind', 'country', 'region', 'organisation')),
  codes text[] not null,
  -- How many of these may be in at most; 0 leaves all of them out.
  most int not null check (most >= 0),
  reason text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  ended_at timestamptz
);
create index consortium_exclusion_consortium on consortium_exclusion (consortium_id) where ended_at is null;

-- Who is in or asked. One who is not in the registry stands with the name that was typed.
create table consortium_partner (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  organisation_id uuid references organisation (id),
  name text not null,
  part text,
  state text not null check (state in ('proposed', 'invited', 'interested', 'committed', 'declined', 'left')),
  -- What it would ask for, and its own part of the costs.
  share numeric(18, 2),
  own_share numeric(18, 2),
  capacity text check (capacity in ('free', 'little', 'none')),
  said text,
  person_id uuid references person (id),
  at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz
);
create index consortium_partner_consortium on consortium_partner (consortium_id);
create index consortium_partner_organisation on consortium_partner (organisation_id) where organisation_id is not null;
create unique index consortium_partner_once on consortium_partner (consortium_id, organisation_id) where ended_at is null;

-- A question to one partner: to an address by a link that needs no account, or to those who keep its profile.
create table consortium_invitation (
  id uuid primary key,
  partner_id uuid not null references consortium_partner (id) on delete cascade,
  email text,
  secret_hash text unique,
  language text not null,
  message text not null,
  person_id uuid references person (id),
  sent_at timestamptz not null,
  answer_by date,
  expires_at timestamptz not null,
  answer text check (answer in ('interested', 'committed', 'declined')),
  answer_text text,
  answered_by text,
  answered_at timestamptz,
  withdrawn_at timestamptz
);
create index consortium_invitation_partner on consortium_invitation (partner_id);

-- A letter of commitment: what was signed, whole, by whom in which position, under its hash.
create table consortium_letter (
  id uuid primary key,
  partner_id uuid not null references consortium_partner (id) on delete cascade,
  language text not null,
  body text not null,
  signer text not null,
  signer_title text not null,
  signed_at timestamptz not null,
  hash text not null,
  invitation_id uuid references consortium_invitation (id),
  person_id uuid references person (id),
  withdrawn_at timestamptz,
  withdrawn_why text
);
create index consortium_letter_partner on consortium_letter (partner_id);

-- The words from which letters are made; {partner}, {lead}, {call} and the like are filled in.
create table consortium_letter_template (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  language text not null,
  body text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  ended_at timestamptz
);
create unique index consortium_letter_template_now on consortium_letter_template (ecosystem_id, language) where ended_at is null;

-- People override the reckoning, with a reason: this one in, this one never; this one meets that demand, or does not.
create table consortium_choice (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  choice text not null check (choice in ('pinned', 'refused')),
  reason text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index consortium_choice_now on consortium_choice (consortium_id, organisation_id) where ended_at is null;

create table consortium_judgement (
  id uuid primary key,
  demand_id uuid not null references consortium_demand (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  reason text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index consortium_judgement_now on consortium_judgement (demand_id, organisation_id) where ended_at is null;

create table consortium_meeting (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  held_on date not null,
  present text not null,
  minutes text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  replaced_by uuid references consortium_meeting (id)
);
create index consortium_meeting_consortium on consortium_meeting (consortium_id);

-- What somebody does until a day, agreed in a meeting or outside one.
create table consortium_task (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  meeting_id uuid references consortium_meeting (id),
  partner_id uuid references consortium_partner (id),
  what text not null,
  due date,
  person_id uuid references person (id),
  at timestamptz not null,
  done_at timestamptz,
  done_by text,
  dropped_at timestamptz
);
create index consortium_task_consortium on consortium_task (consortium_id);

-- The course of the consortium, deed by deed.
create table consortium_event (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  what text not null,
  details jsonb not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index consortium_event_consortium on consortium_event (consortium_id, at);
