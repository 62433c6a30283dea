-- Benchmarks: which regions are most alike in structure. A run keeps everything that it was made of in canonical JSON, so
-- that it repeats to the last digit whatever becomes of its sources; another run of the same question is another row.
create table benchmark (
  id uuid primary key,
  -- What is asked: { level, target, variables: [{ dataset, codes, weight }], nearest, ownCountry, leastShare }.
  asked jsonb not null,
  person_id uuid references person (id),
  by_whom text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index benchmark_created on benchmark (created_at desc) where ended_at is null;

create table benchmark_run (
  benchmark_id uuid not null references benchmark (id) on delete cascade,
  number int not null,
  at timestamptz not null,
  person_id uuid references person (id),
  by_whom text not null,
  -- SHA-256 of the record, in hexadecimal.
  digest text not null,
  record text not null,
  primary key (benchmark_id, number)
);

-- What people say of it: why the peers do better or worse, and what was learnt, with what it led to.
create table benchmark_note (
  id uuid primary key,
  benchmark_id uuid not null references benchmark (id) on delete cascade,
  kind text not null check (kind in ('cause', 'lesson')),
  words text not null,
  -- A page of ours: the idea, the call or the project that followed.
  address text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create index benchmark_note_benchmark on benchmark_note (benchmark_id, at);
