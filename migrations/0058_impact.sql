-- The impact chain of an ecosystem: what its people claim at five levels, from inputs to effects on society, each claim
-- with its evidence; and the notes of impact clinics. The versions of one thing share its entry; the one that has not
-- ended holds.
create table impact_item (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem (id) on delete cascade,
  entry_id uuid not null,
  kind text not null check (kind in ('input', 'activity', 'output', 'actors', 'society', 'clinic')),
  -- What it says, as `content.ts` of the module writes it.
  content jsonb not null,
  share text not null check (share in ('own', 'agreement', 'network', 'public')),
  person_id uuid references person (id),
  by_whom text not null,
  at timestamptz not null,
  -- What changed, in the words of who changed it.
  reason text,
  -- Given way to a newer version, or taken out of the chain.
  ended_at timestamptz,
  ended_by text,
  ended_person_id uuid references person (id)
);
create index impact_item_ecosystem on impact_item (ecosystem_id) where ended_at is null;
create index impact_item_entry on impact_item (entry_id);
create unique index impact_item_current on impact_item (entry_id) where ended_at is null;
