-- Funding of others: programmes and calls of the EU, the state, regions and foundations, each with where it was read
-- and when that was last checked.

create table funding (
  id uuid primary key,
  -- Where it came from, and what it is called there: one entry each. 'talkoot' and its own id for those typed here.
  source text not null,
  external_id text not null,
  -- The language in which its source tells of it; texts by language.
  language text not null,
  title jsonb not null,
  summary jsonb not null,
  programme text,
  funder text,
  level text not null check (level in ('eu', 'national', 'regional', 'other')),
  applicants text[] not null,
  applicant_text jsonb not null,
  -- The largest share that is granted, per cent.
  aid_rate numeric,
  amount_total numeric,
  amount_min numeric,
  amount_max numeric,
  currency text,
  awards integer,
  money_text text,
  -- What its keeper says of it; whether it is open today follows from this and the days.
  stage text not null check (stage in ('forecast', 'open', 'continuous', 'closed')),
  opens_on date,
  closes_on date,
  -- 'HH:MM', as the source writes it.
  closes_at text,
  link text,
  -- Where it was read, when that is another address than the link.
  read_from text,
  themes text[] not null,
  region text,
  checked_on date not null,
  checked_by uuid references person (id),
  -- When its keepers were told that it has grown old; null again when it is checked.
  stale_told_at timestamptz,
  -- As CommonGrants gives them out: for what was imported, the source's own moments.
  created_at timestamptz not null,
  modified_at timestamptz not null,
  archived_at timestamptz,
  -- The row or record as it was imported, the CommonGrants opportunity it is or was read as, and its values then.
  original jsonb,
  document jsonb,
  imported jsonb,
  -- The status in the document, while nobody has said otherwise here.
  stated_status text,
  lexemes tsvector not null,
  unique (source, external_id)
);
create index funding_closes on funding (closes_on);
create index funding_modified on funding (modified_at);
create index funding_lexemes on funding using gin (lexemes);
