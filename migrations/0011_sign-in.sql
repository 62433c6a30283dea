-- Ways to sign in, sessions that can be listed and ended, invitations, and limits on trying. Secrets are stored as
-- hashes, or sealed with the installation's key where they must be read again.

alter table session
  add column id uuid not null default gen_random_uuid() unique,
  -- When it was last used, within a few minutes; null until it has been used again.
  add column seen_at timestamptz,
  add column way text not null default 'link' check (way in ('link', 'code', 'passkey', 'provider', 'demo')),
  -- What the browser says of itself, and where it asked from.
  add column device text,
  add column address text;
create index session_person on session (person_id);

-- A person who has given several addresses in one life keeps one; a change waits here until the new one has answered.
alter table sign_in_link
  alter column person_id drop not null,
  add column purpose text not null default 'sign-in' check (purpose in ('sign-in', 'invitation', 'email')),
  add column email text,
  add column name text,
  add column language text,
  add column invitation_id uuid;

-- Between the first factor and the second.
create table sign_in_step (
  token_hash text primary key,
  person_id uuid not null references person (id),
  expires_at timestamptz not null
);

create table one_time_code (
  person_id uuid primary key references person (id),
  sealed_secret text not null,
  -- Null until the person has shown that the app gives the right codes.
  confirmed_at timestamptz,
  -- The last period of 30 s whose code was used: no code works twice.
  last_step bigint not null default 0
);

create table recovery_code (
  person_id uuid not null references person (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_person on passkey (person_id);

create table passkey_challenge (
  challenge text primary key,
  -- Who registers a passkey; null when somebody signs in with one.
  person_id uuid references person (id),
  expires_at timestamptz not null
);

-- Who somebody is at an identity provider: matched by mail address once, then known by the provider's own word.
create table person_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  primary key (issuer, subject)
);

create table invitation (
  id uuid primary key,
  token_hash text not null unique,
  -- The secret of a link or code that is shown again to who invites; null for one that goes by mail alone.
  sealed_token text,
  -- Set: sent to this address, whose holder accepts. Null: a link or QR code for those who are given it.
  email text,
  name text,
  office text not null,
  ecosystem_id uuid references ecosystem (id),
  organisation_id uuid references organisation (id) on delete set null,
  language text not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- How many may accept it, and how many have.
  places int not null default 1 check (places > 0),
  accepted int not null default 0,
  revoked_at timestamptz
);
create index invitation_created on invitation (created_at);
alter table sign_in_link add foreign key (invitation_id) references invitation (id);

create table invitation_acceptance (
  invitation_id uuid not null references invitation (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (invitation_id, person_id)
);

-- How full the bucket of each who tries is; it drains with time (see src/kernel/limit.ts). Keys are hashes.
create table turn_limit (
  key text primary key,
  level double precision not null,
  at timestamptz not null
);

alter table mail
  add column attempts int not null default 0,
  -- What the mail server said when it took the mail.
  add column answer text;
