-- Events are searched; owners and administrators hear of what ends or turns bad; copies of one's own data.

alter table event add column lexemes tsvector;
-- What was there before is found by its words as they stand until it is changed next.
update event set lexemes = to_tsvector('simple', title || ' ' || body || ' ' || coalesce(place, ''));
alter table event alter column lexemes set not null;
create index event_lexemes on event using gin (lexemes);

-- What the nightly check found bad, so that administrators are told once when it comes and once when it is over.
create table health_note (
  -- The check's name.
  name text primary key,
  since timestamptz not null
);

-- How many days before its end the owner of a token was last told of it.
alter table api_token add column warned_days int;

-- A copy of one's own data, made by a job; its file goes a week after it was made.
create table data_copy (
  id uuid primary key,
  person_id uuid not null references person (id),
  job_id uuid not null,
  file_hash text,
  asked_at timestamptz not null,
  ready_at timestamptz
);
create index data_copy_person on data_copy (person_id);
