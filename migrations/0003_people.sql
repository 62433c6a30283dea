-- Sign-in by one-time link. Only hashes of secrets are stored.

create table person (
  id uuid primary key,
  name text not null,
  offices text[] not null,
  created_at timestamptz not null
);

create table sign_in_link (
  token_hash text primary key,
  person_id uuid not null references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  token_hash text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
