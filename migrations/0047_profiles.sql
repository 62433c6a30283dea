-- The profile of an actor: what it does, offers, needs and knows, as facts that each know who stated them. Nothing is
-- overwritten: a fact that gives way says since when, by whom and why; the versions of one thing share its entry.

create table profile_fact (
  id uuid primary key,
  -- The thing that this is a version of: the id of its first fact.
  entry_id uuid not null,
  -- The row of the registry that it was stated of; merged organisations show the facts of all their rows.
  organisation_id uuid not null references organisation (id) on delete cascade,
  kind text not null check (kind in ('activity', 'offer', 'need', 'competence', 'facility', 'industry', 'size',
    'region', 'language', 'picture')),
  -- In the list named: a kind of offer, a concept of YSO, a division of NACE, a region, a size class, a language.
  code text,
  code_list text,
  check ((code is null) = (code_list is null)),
  -- { "title": Names, "text": Names, "use": Names, "place": ..., "website": ..., "source": ..., "day": ... }, as the kind has.
  content jsonb not null,
  -- Concepts of YSO that an offer, a need or a facility is about.
  subjects text[] not null default '{}',
  open_until date,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  ecosystem_id uuid references ecosystem (id) on delete set null,
  -- Invented for practice, and says so.
  exercise boolean not null default false,
  -- A picture, made anew from its pixels, and a small one.
  file_hash text,
  thumbnail_file_hash text,
  person_id uuid references person (id),
  by_whom text not null,
  office text not null check (office in ('keeper', 'coordinator', 'system')),
  at timestamptz not null,
  -- Stated for the actor by somebody else: until the actor confirms it.
  prefilled boolean not null,
  confirmed_at timestamptz,
  confirmed_by text,
  ended_at timestamptz,
  ended_by text,
  ended_by_id uuid references person (id),
  ended_why text check (ended_why in ('replaced', 'removed')),
  check ((ended_at is null) = (ended_why is null)),
  lexemes tsvector not null
);
create index profile_fact_organisation on profile_fact (organisation_id);
create index profile_fact_entry on profile_fact (entry_id);
create index profile_fact_code on profile_fact (kind, code) where ended_at is null;
create index profile_fact_lexemes on profile_fact using gin (lexemes);
create unique index profile_fact_now on profile_fact (entry_id) where ended_at is null;

-- Who keeps the profile of an organisation, by invitation or because they asked.
create table profile_keeper (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  person_id uuid not null references person (id),
  since timestamptz not null,
  given_by uuid references person (id),
  way text not null check (way in ('invited', 'asked')),
  -- Whether the person came to belong to the organisation by this: then it ends with it.
  joined boolean not null,
  ended_at timestamptz,
  ended_by uuid references person (id)
);
create unique index profile_keeper_now on profile_keeper (organisation_id, person_id) where ended_at is null;
create index profile_keeper_person on profile_keeper (person_id);

create table profile_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  email text not null,
  language text not null,
  secret_hash text not null unique,
  invited_by uuid references person (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  declined_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references person (id)
);
create index profile_invitation_organisation on profile_invitation (organisation_id);

-- Somebody asks to keep a profile without having been invited.
create table profile_request (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  person_id uuid not null references person (id),
  words text not null,
  at timestamptz not null,
  answer text check (answer in ('granted', 'refused', 'withdrawn')),
  answered_by uuid references person (id),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index profile_request_open on profile_request (organisation_id, person_id) where answer is null;

-- When the actor said that the profile is as it should be, and when it was asked to.
create table profile_check (
  id uuid primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  what text not null check (what in ('checked', 'asked')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index profile_check_organisation on profile_check (organisation_id, what, at);
