-- Amounts of two currencies are never compared: lists by money have euros first, then each other currency by its own
-- amounts, last what has no amount. The indexes hold that order as modules/projects/money-order-queries.ts writes it.

alter table project_search add column currency text;
update project_search s set currency = p.currency from project p where p.id = s.project_id and p.currency is not null;

-- project_granted stays: amounts are narrowed by it, within whatever currency.
create index project_granted_order on project
  ((case when granted is null then null when currency = 'EUR' then '' else currency end), granted desc nulls last, id);
drop index project_realised;
create index project_realised_order on project
  ((case when realised is null then null when currency = 'EUR' then '' else currency end), realised desc nulls last, id);
drop index project_search_granted;
create index project_search_granted_order on project_search
  ((case when granted is null then null when currency = 'EUR' then '' else currency end), granted desc nulls last,
   project_id);
