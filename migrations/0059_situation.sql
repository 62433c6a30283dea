-- Situation pictures: what is known of the country, a region or an ecosystem, composed of tiles and made by a job.
create table situation_picture (
  id uuid primary key,
  -- Its address: "nation", "region-mk06", "ecosystem-hev"; one that an office has made besides bears its own id.
  key text not null unique,
  scope text not null check (scope in ('nation', 'region', 'ecosystem')),
  region text,
  ecosystem_id uuid references ecosystem (id) on delete cascade,
  -- With all, with everybody who holds an office in the ecosystem (of a nation or region: everywhere), or with its office.
  share text not null check (share in ('public', 'agreement', 'own')),
  -- Every place has one picture that is made without anybody asking.
  standard boolean not null,
  -- Null: its place's name.
  title jsonb,
  -- The tiles in their order, as `content.ts` of the module reads them; null: the usual ones of the scope.
  tiles jsonb,
  version integer not null default 1,
  -- When it was last made, whether or not anything had changed.
  checked_at timestamptz,
  ended_at timestamptz,
  check ((scope = 'region') = (region is not null)),
  check ((scope = 'ecosystem') = (ecosystem_id is not null))
);
create unique index situation_picture_standard on situation_picture
  (scope, coalesce(region, ''), coalesce(ecosystem_id, '00000000-0000-0000-0000-000000000000')) where standard;

-- What a picture showed from a moment on, until the next. Rows are added and never changed: what was shown on a day is
-- the last row made before the day ended.
create table situation_snapshot (
  picture_id uuid not null references situation_picture (id) on delete cascade,
  made_at timestamptz not null,
  -- Figures, series, methods, sources and tiles, with their words in three languages.
  content jsonb not null,
  -- SHA-256 of the content in its canonical form.
  hash text not null,
  milliseconds integer not null,
  primary key (picture_id, made_at)
);
