-- What the other side said besides yes or no, and which tie a changed one takes the place of.
alter table network_tie add column answer_note text;
alter table network_tie add column replaces_id uuid references network_tie (id);

-- A short survey of who works with whom: whoever has its link answers, without an account.
create table network_survey (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  title jsonb not null,
  intro jsonb not null,
  -- The kinds that are asked, as `tie-kind.ts` writes them: 'supplies', 'own.<id>'.
  kinds text[] not null,
  -- At most so many ties in one answer.
  most int not null check (most between 1 and 30),
  closes_on date not null,
  -- How widely the ties are shared that are made of the answers; told to who answers.
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- Stands in the link and the QR code, which are shown again: it opens nothing but the form.
  secret text not null,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  closed_at timestamptz
);
create unique index network_survey_secret on network_survey (secret);
create index network_survey_ecosystem on network_survey (ecosystem_id);

create table network_answer (
  id uuid primary key,
  survey_id uuid not null references network_survey (id) on delete cascade,
  -- By its own link an answer is gone on with and corrected.
  secret_hash text not null,
  -- Who answers, as written, and as found in the registry.
  name text not null,
  organisation_id uuid references organisation (id),
  offers text not null,
  needs text not null,
  -- For the receipt alone; removed some time after the survey has closed.
  email text,
  language text not null,
  at timestamptz not null,
  changed_at timestamptz not null,
  -- Empty until it has been sent: until then it is one's own draft.
  sent_at timestamptz
);
create unique index network_answer_secret on network_answer (secret_hash);
create index network_answer_survey on network_answer (survey_id);

create table network_answer_row (
  id uuid primary key,
  answer_id uuid not null references network_answer (id) on delete cascade,
  position int not null,
  name text not null,
  organisation_id uuid references organisation (id),
  kind text not null,
  strength int not null check (strength between 1 and 3),
  since_year int,
  state text not null check (state in ('waiting', 'accepted', 'left')),
  tie_id uuid references network_tie (id)
);
create index network_answer_row_answer on network_answer_row (answer_id);
create index network_answer_row_tie on network_answer_row (tie_id) where tie_id is not null;

-- The other side is asked by mail whether a tie is so; the link opens one page with two buttons.
create table network_tie_ask (
  id uuid primary key,
  tie_id uuid not null references network_tie (id) on delete cascade,
  -- Whose word is asked.
  organisation_id uuid not null references organisation (id),
  secret_hash text not null,
  email text,
  language text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz
);
create unique index network_tie_ask_secret on network_tie_ask (secret_hash);
create index network_tie_ask_tie on network_tie_ask (tie_id);

-- A file of ties: what it holds stands here row by row until it is applied, and after it, so that it can be undone.
create table network_import (
  id uuid primary key,
  ecosystem_id uuid references ecosystem (id),
  file_name text not null,
  file_hash text not null,
  format text not null check (format in ('csv', 'gexf', 'graphml')),
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  state text not null check (state in ('read', 'applied', 'undone')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz
);
create index network_import_hash on network_import (file_hash);

create table network_import_row (
  id uuid primary key,
  import_id uuid not null references network_import (id) on delete cascade,
  -- The row of the sheet, or the tie of the graph, from 1.
  position int not null,
  cells jsonb not null,
  from_name text not null,
  to_name text not null,
  -- Empty where the registry has nobody of the name yet.
  from_id uuid references organisation (id),
  to_id uuid references organisation (id),
  from_found text,
  to_found text,
  kind text,
  starts_on date,
  ends_on date,
  strength int check (strength between 1 and 3),
  note text,
  problem text,
  tie_id uuid references network_tie (id)
);
create index network_import_row_import on network_import_row (import_id);
create index network_import_row_tie on network_import_row (tie_id) where tie_id is not null;
