-- What settled a pair of the review queue: one act may settle many pairs, and is taken back as one.

create table organisation_pair_act (
  id uuid primary key,
  decision text not null check (decision in ('same', 'different')),
  -- A person decided, or the pair closed by itself because its sides have different identifiers.
  reason text not null check (reason in ('person', 'identifiers')),
  by_whom text not null,
  at timestamptz not null
);

alter table organisation_pair add column act_id uuid references organisation_pair_act (id);
-- { "scheme": ..., "left": ..., "right": ... } of a pair that closed by itself.
alter table organisation_pair add column contradiction jsonb;
-- A person opened it again after it had closed by itself: it no longer does.
alter table organisation_pair add column stays_open boolean not null default false;
create index organisation_pair_act_of on organisation_pair (act_id);
