-- "Partners wanted": since when the public page tells of a consortium, and whether it tells who is in.
alter table consortium add column wanted_at timestamptz;
alter table consortium add column wanted_partners boolean not null default false;

-- Somebody who would join by themselves: for an organisation whose profile they keep, or by a form without an account.
create table consortium_interest (
  id uuid primary key,
  consortium_id uuid not null references consortium (id) on delete cascade,
  organisation_id uuid references organisation (id),
  name text not null,
  words text not null,
  person_id uuid references person (id),
  -- Of who has no account: for the link and the answer alone; removed when the consortium has ended.
  email text,
  secret_hash text unique,
  language text not null,
  at timestamptz not null,
  -- Empty until the link that was mailed is used: until then nobody is told.
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  answer text check (answer in ('taken', 'declined')),
  answer_text text,
  answered_by text,
  answered_at timestamptz,
  partner_id uuid references consortium_partner (id) on delete set null
);
create index consortium_interest_consortium on consortium_interest (consortium_id);

-- What looks for what an organisation offers, as far as one who keeps its profile has been told of it.
create table consortium_opening_told (
  person_id uuid not null references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- 'consortium/<id>' or 'call/<code>'.
  opening text not null,
  at timestamptz not null,
  primary key (person_id, organisation_id, opening)
);

-- Who keeps a profile and does not want to be told.
create table consortium_opening_off (
  person_id uuid not null references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id) on delete cascade,
  at timestamptz not null,
  primary key (person_id, organisation_id)
);
