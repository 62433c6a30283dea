-- Ways for other systems: tokens by which a program acts as a person, and webhooks that tell others what was done.

create table api_token (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  token_hash text not null unique,
  -- The last letters of the token's secret, by which its holder knows it from others.
  ending text not null,
  -- 'read', or groups of actions such as 'project:read' and 'import:write'.
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Within a minute.
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

create table webhook (
  id uuid primary key,
  -- Null: what happens anywhere in the installation.
  ecosystem_id uuid references ecosystem (id),
  address text not null,
  -- Names of actions: 'import.confirm', 'ecosystem.update'.
  kinds text[] not null,
  -- Sealed with the installation's key: it signs, so it must be read again.
  secret text not null,
  state text not null check (state in ('on', 'off', 'failing')),
  -- Deliveries given up in a row.
  failures int not null default 0,
  created_by uuid references person (id),
  created_at timestamptz not null
);
create index webhook_kinds on webhook using gin (kinds);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id) on delete cascade,
  kind text not null,
  -- Exactly what is sent and signed, the same at each attempt.
  body text not null,
  state text not null check (state in ('waiting', 'done', 'given-up')),
  created_at timestamptz not null,
  next_at timestamptz
);
create index webhook_delivery_webhook on webhook_delivery (webhook_id, created_at);
create index webhook_delivery_created on webhook_delivery (created_at);

create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery (id) on delete cascade,
  number int not null,
  at timestamptz not null,
  milliseconds int not null,
  -- The receiver's answer: its status and the beginning of its body; or why there was none.
  status int,
  answer text,
  error text,
  primary key (delivery_id, number)
);
