-- People, the organisations they belong to, and the offices they hold: for a period, in one ecosystem or in all.

alter table person
  -- In small letters; null for the coordinator of a demo, who has no mail.
  add column email text unique,
  add column language text not null default 'fi',
  add column closed_at timestamptz;
alter table person alter column language drop default;

create table office_holding (
  id uuid primary key,
  person_id uuid not null references person (id),
  office text not null,
  -- Null: in every ecosystem, and in what belongs to none.
  ecosystem_id uuid,
  starts_on date not null,
  ends_on date,
  -- A deputy holds the office of another while that one is away.
  deputy_of uuid references office_holding (id),
  granted_by uuid references person (id),
  granted_at timestamptz not null,
  ended_at timestamptz
);
create index office_holding_person on office_holding (person_id);
create index office_holding_ecosystem on office_holding (ecosystem_id);

insert into office_holding (id, person_id, office, starts_on, granted_at)
  select gen_random_uuid(), person.id, office, created_at::date, created_at
  from person, unnest(offices || '{administrator}'::text[]) as office;
alter table person drop column offices;

create table person_organisation (
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  title text,
  starts_on date not null,
  ends_on date,
  primary key (person_id, organisation_id, starts_on)
);

-- The office whose view the session tries out, as { "office": ..., "ecosystem": ... }.
alter table session add column preview jsonb;

-- Every mail that the product sends or would send; the mail server's answer is kept with it.
create table mail (
  id uuid primary key,
  person_id uuid references person (id),
  recipient text not null,
  -- Why it was sent: 'sign-in', 'invitation', 'digest' ...; each kind but sign-in can be switched off.
  kind text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'kept')),
  sent_at timestamptz,
  error text
);
create index mail_created on mail (created_at);
create index mail_person on mail (person_id);
