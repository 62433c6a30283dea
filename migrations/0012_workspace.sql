-- What the people of an ecosystem settle for themselves: its colour, logo and contact, and that its names, frame and
-- goals are theirs.

alter table ecosystem
  -- "#00357a"; dark enough for white letters on it.
  add column colour text check (colour ~ '^#[0-9a-f]{6}$'),
  -- { "name": ..., "email": ..., "phone": ... }, each or none.
  add column contact jsonb,
  -- When people last changed the names and the look, the frame, the goals; null while they are as they shipped.
  add column edited_at timestamptz,
  add column frame_edited_at timestamptz,
  add column goals_edited_at timestamptz;

-- Small, made anew from what was dropped, so it is kept where the backup is.
create table ecosystem_logo (
  ecosystem_id uuid primary key references ecosystem (id) on delete cascade,
  -- PNG.
  bytes bytea not null,
  width int not null,
  height int not null,
  -- Of the bytes: in its address, so that a new one is fetched.
  hash text not null,
  updated_at timestamptz not null
);
