-- The operating model of an ecosystem: agreed ways of working, contracts and their templates, who answers for what, and
-- the roles that people state; and good practices, which all members share. The versions of one thing share its entry; the one that has not ended holds.
create table operating_item (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  entry_id uuid not null,
  kind text not null check (kind in ('way', 'contract', 'template', 'responsibility', 'role', 'practice')),
  -- What it says, as `content.ts` writes it.
  content jsonb not null,
  -- Who holds the role or answers, where the registry has them.
  organisation_id uuid references organisation (id),
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  -- What changed, in the words of who changed it.
  reason text,
  -- A way of working is gone through again by this day.
  review_on date,
  reviewed_at timestamptz,
  reviewed_by text,
  reviewed_person_id uuid references person (id),
  -- Given way to a newer version, or taken out of use.
  ended_at timestamptz,
  ended_by text,
  ended_person_id uuid references person (id)
);
create index operating_item_ecosystem on operating_item (ecosystem_id) where ended_at is null;
create index operating_item_entry on operating_item (entry_id);
create unique index operating_item_current on operating_item (entry_id) where ended_at is null;
create index operating_item_organisation on operating_item (organisation_id) where organisation_id is not null and ended_at is null;
