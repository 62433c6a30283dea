-- Who is tied to whom: kinds of ties that an ecosystem has of its own, what people, surveys and files state, and the
-- latest picture of the whole. Ties from projects, agreements and registers are computed and stand in the picture alone.
create table network_tie_kind (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  name jsonb not null,
  -- Whether it leads from one to the other, and then what it is called from the other side.
  directed boolean not null,
  back_name jsonb,
  person_id uuid references person (id),
  at timestamptz not null,
  ended_at timestamptz
);
create index network_tie_kind_ecosystem on network_tie_kind (ecosystem_id);

create table network_tie (
  id uuid primary key,
  from_id uuid not null references organisation (id),
  to_id uuid not null references organisation (id),
  -- One of the product's own, or 'own' with its row above.
  kind text not null,
  kind_id uuid references network_tie_kind (id),
  starts_on date,
  ends_on date,
  -- 1 occasional, 2 regular, 3 close.
  strength int not null check (strength between 1 and 3),
  source text not null check (source in ('stated', 'survey', 'file')),
  -- The survey's answer or the file that brought it.
  source_id uuid,
  note text,
  ecosystem_id uuid references ecosystem (id),
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- Whose word it is: the organisation that the person spoke for, if any.
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  -- The other side's word.
  answer text check (answer in ('confirmed', 'denied')),
  answered_by text,
  answered_person_id uuid references person (id),
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  check (from_id <> to_id),
  check ((kind = 'own') = (kind_id is not null)),
  check ((answer is null) = (answered_at is null))
);
create index network_tie_from on network_tie (from_id) where ended_at is null;
create index network_tie_to on network_tie (to_id) where ended_at is null;
create index network_tie_ecosystem on network_tie (ecosystem_id) where ended_at is null;
create index network_tie_source on network_tie (source_id) where source_id is not null;

-- Who an ecosystem's role belongs to in the registry, once it has been found there.
alter table ecosystem_role add column organisation_id uuid references organisation (id);
create index ecosystem_role_organisation on ecosystem_role (organisation_id) where organisation_id is not null;

-- The whole network as it was last computed from what is public. The latest stands; the one before it is kept so that
-- the next picture starts from where everybody stood.
create table network_picture (
  id uuid primary key,
  at timestamptz not null,
  -- What it was made of: a picture made of the same is not made again.
  fingerprint text not null,
  -- The revision of the data for which it stands.
  revision text not null,
  actors int not null,
  ties int not null,
  milliseconds int not null,
  -- Compressed JSON: what `engine/network` computed.
  content bytea not null
);
create index network_picture_at on network_picture (at);
