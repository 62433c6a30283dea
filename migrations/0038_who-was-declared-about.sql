-- Since when the parties of an application and those who write in it are as they are: what somebody declared before it
-- was said of another matter. A completion that brings nobody new does not move it. Null: since it was sent.
alter table application add column parties_at timestamptz;

-- What somebody of the office has noted of themselves: advice to an applicant, or help with what the application says.
-- Nothing is taken away; a note that was wrong is struck by somebody else, with the reason.
create table application_advice (
  id uuid primary key,
  application_id uuid not null references application (id) on delete cascade,
  person_id uuid not null references person (id),
  -- 'advised': answered questions (hallintolaki 434/2003, 8 §). 'sparred': helped to make its content.
  kind text not null check (kind in ('advised', 'sparred')),
  given_on date not null,
  words text not null,
  noted_at timestamptz not null,
  struck_at timestamptz,
  struck_by uuid references person (id),
  struck_reason text,
  check (struck_by is null or struck_by <> person_id)
);
create index application_advice_application on application_advice (application_id);
create index application_advice_person on application_advice (person_id);
