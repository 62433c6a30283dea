-- Official statistics: datasets that are kept, a version for each fetch that changed something, their figures series by
-- series, and what came of every attempt to fetch them.
create table statistic_dataset (
  id uuid primary key,
  title jsonb not null,
  description jsonb not null,
  publisher text not null,
  licence text not null,
  -- The table's code at its source, in small letters.
  table_code text,
  -- Whether it was brought in as a file, or is fetched from an address.
  origin text not null check (origin in ('file', 'pxweb', 'eurostat')),
  address text,
  -- What is asked of the address: categories by dimension, and whether new periods follow by themselves.
  slice jsonb,
  -- Whether it is fetched every night.
  nightly boolean not null,
  ecosystem_id uuid references ecosystem (id) on delete cascade,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  person_id uuid references person (id),
  created_at timestamptz not null,
  -- The latest version, when the source was last seen whole, and what stands in the way since.
  version_id uuid,
  checked_at timestamptz,
  trouble text,
  ended_at timestamptz,
  ended_by text,
  ended_why text,
  check ((origin = 'file') = (address is null))
);
create index statistic_dataset_table on statistic_dataset (table_code) where ended_at is null;
create index statistic_dataset_ecosystem on statistic_dataset (ecosystem_id) where ecosystem_id is not null;

create table statistic_version (
  id uuid primary key,
  dataset_id uuid not null references statistic_dataset (id) on delete cascade,
  number int not null,
  -- SHA-256 of the whole in canonical form: the same content is never a new version.
  digest text not null,
  source_updated text,
  fetched_at timestamptz not null,
  -- Title, source, notes and dimensions as they were read.
  header jsonb not null,
  -- Where it came from: address and query, or the file's name and SHA-256.
  provenance jsonb not null,
  -- What differs from the version before it.
  changes jsonb,
  levels text[] not null,
  first_period text,
  last_period text,
  series int not null,
  cells int not null,
  empty_cells int not null,
  unique (dataset_id, number)
);
create index statistic_version_digest on statistic_version (digest);
alter table statistic_dataset add foreign key (version_id) references statistic_version (id);

-- The figures of one combination of all dimensions but time. `place` is its number in row-major order; cells follow the
-- periods as decimal text with the source's digits, empty where missing; flags are null where there is none.
create table statistic_series (
  version_id uuid not null references statistic_version (id) on delete cascade,
  place bigint not null,
  cells text[] not null,
  flags text[],
  primary key (version_id, place)
);

create table statistic_fetch (
  id uuid primary key,
  dataset_id uuid not null references statistic_dataset (id) on delete cascade,
  at timestamptz not null,
  -- 'new', 'changed' or 'same', or a word for what went wrong.
  outcome text not null,
  status int,
  milliseconds int not null,
  attempt int not null,
  -- When it is tried again; null where it is not.
  next_at timestamptz
);
create index statistic_fetch_dataset on statistic_fetch (dataset_id, at desc);
