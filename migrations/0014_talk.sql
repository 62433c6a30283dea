-- Talk and attention: comments on anything, topics, the shared calendar, saved views, and who is told of what.

create table comment (
  id uuid primary key,
  -- What it is about: any kind of subject (see src/kernel/subject.ts).
  subject_kind text not null,
  subject_id text not null,
  -- The comment that it answers; threads are one level deep.
  parent_id uuid references comment (id),
  -- Where it was said; null when it was said for the whole installation.
  ecosystem_id uuid references ecosystem (id),
  person_id uuid not null references person (id),
  -- 'agreement': inside the ecosystem; 'public': whoever is signed in and sees the subject.
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  body text not null,
  mentions uuid[] not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid references person (id),
  hidden_at timestamptz,
  hidden_by uuid references person (id),
  hidden_reason text,
  lexemes tsvector not null
);
create index comment_subject on comment (subject_kind, subject_id);
create index comment_person on comment (person_id);
create index comment_lexemes on comment using gin (lexemes);

-- What a comment said before it was edited.
create table comment_version (
  comment_id uuid not null references comment (id) on delete cascade,
  until timestamptz not null,
  body text not null,
  primary key (comment_id, until)
);

create table follow (
  person_id uuid not null references person (id),
  subject_kind text not null,
  subject_id text not null,
  -- False remembers that it was switched off, so that taking part does not switch it on again.
  following boolean not null,
  at timestamptz not null,
  primary key (person_id, subject_kind, subject_id)
);
create index follow_subject on follow (subject_kind, subject_id);

-- When somebody last looked at a subject, for marks of what is new.
create table seen (
  person_id uuid not null references person (id),
  subject_kind text not null,
  subject_id text not null,
  at timestamptz not null,
  primary key (person_id, subject_kind, subject_id)
);

create table notification (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  -- What it tells of, such as the comment's id: nobody is told of one thing twice.
  about text not null,
  -- Who may see it still: the share level of what it tells of.
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  ecosystem_id uuid references ecosystem (id),
  organisation_id uuid,
  owner_id uuid,
  actor_name text,
  title jsonb not null,
  path text not null,
  excerpt text not null,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  unique (person_id, about)
);
create index notification_person on notification (person_id, at);

-- What a person has chosen for a kind of notification, where it differs from the product's own choice.
create table notification_choice (
  person_id uuid not null references person (id),
  kind text not null,
  bell boolean not null,
  mail boolean not null,
  primary key (person_id, kind)
);

-- The link at the foot of a mail by which that kind of mail is switched off without signing in.
create table mail_off (
  token_hash text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  used_at timestamptz
);
alter table mail add column off_link text;

create table topic (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id),
  person_id uuid not null references person (id),
  language text not null,
  title text not null,
  body text not null,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- Values of the ecosystem's frame that it is about, as 'dimension/code'.
  frame_values text[] not null,
  pinned boolean not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  edited_at timestamptz,
  lexemes tsvector not null
);
create index topic_ecosystem on topic (ecosystem_id);
create index topic_lexemes on topic using gin (lexemes);

-- Calls, meetings, deadlines and events. Days and clocks are Finnish wall time (Europe/Helsinki), as people say them.
create table event (
  id uuid primary key,
  -- Null: over all ecosystems.
  ecosystem_id uuid references ecosystem (id),
  person_id uuid not null references person (id),
  kind text not null check (kind in ('call', 'meeting', 'deadline', 'event')),
  language text not null,
  title text not null,
  body text not null,
  starts_on date not null,
  -- 'HH:MM'; null for the whole day.
  starts_at text,
  -- The last day of it.
  ends_on date not null,
  ends_at text,
  repeats text not null check (repeats in ('never', 'weekly', 'monthly', 'monthly-weekday', 'yearly')),
  repeats_until date,
  place text,
  link text,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  created_at timestamptz not null,
  edited_at timestamptz,
  cancelled_at timestamptz
);
create index event_ecosystem on event (ecosystem_id);
create index event_starts on event (starts_on);

create table calendar_feed (
  secret_hash text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index calendar_feed_person on calendar_feed (person_id);

create table saved_view (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  -- The list's address without its language, and what it asks.
  path text not null,
  question text not null,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  -- With whom it is shared.
  ecosystem_id uuid references ecosystem (id),
  created_at timestamptz not null
);
create index saved_view_person on saved_view (person_id);
create index saved_view_ecosystem on saved_view (ecosystem_id);

-- Who wants to hear of what is new in a saved view.
create table saved_alert (
  view_id uuid not null references saved_view (id) on delete cascade,
  person_id uuid not null references person (id),
  every text not null check (every in ('day', 'week')),
  paused boolean not null,
  -- What the view held when it was last read: { "address": "stamp" }.
  held jsonb not null,
  read_at timestamptz not null,
  primary key (view_id, person_id)
);
