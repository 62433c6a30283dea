-- What an application begins with, what happened to it, and the files that went with a version.

alter table application add column initial jsonb not null default '{}';
-- Of what was sent: its name, partners and number. Nothing of a draft.
alter table application add column lexemes tsvector not null default ''::tsvector;
create index application_lexemes on application using gin (lexemes);
create index application_idea on application (idea_id);

-- Everything that happened to an application: each event of its state table, and what the office made of a late one.
create table application_event (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  event text not null,
  from_state text,
  to_state text not null,
  version int,
  reason text,
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null
);
create index application_event_application on application_event (application_id, at);

-- The files of a version, kept for as long as the version is, whatever becomes of the attachment.
create table application_file (
  application_id uuid not null references application (id) on delete cascade,
  version int not null,
  position int not null,
  attachment_id uuid not null,
  question text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  file_hash text not null,
  primary key (application_id, version, position)
);
create index application_file_hash on application_file (file_hash);
