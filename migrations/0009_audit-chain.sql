-- The audit becomes a chain: each row's hash covers the row and the hash before it (see src/kernel/audit.ts).

alter table audit_entry
  add column seq bigint,
  add column way text not null default 'command',
  add column changes jsonb not null default '[]',
  add column previous bytea,
  add column hash bytea;
alter table audit_entry alter column way drop default;
alter table audit_entry alter column changes drop default;

create table audit_head (
  id int primary key default 1 check (id = 1),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, '\x00');

-- What was written before the chain is linked in the order in which it happened.
do $$
declare
  entry audit_entry;
  head audit_head;
begin
  for entry in select * from audit_entry order by at, id loop
    select * into head from audit_head;
    update audit_head set seq = head.seq + 1, hash = sha256(head.hash || convert_to(
      (head.seq + 1)::text || chr(31) || entry.id::text || chr(31) || entry.action || chr(31) || entry.way || chr(31)
      || entry.actor_kind || chr(31) || coalesce(entry.actor_id::text, '') || chr(31)
      || coalesce(entry.actor_name, '') || chr(31) || entry.input::text || chr(31) || entry.changes::text || chr(31)
      || to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'UTF8'));
    update audit_entry set seq = head.seq + 1, previous = head.hash, hash = (select hash from audit_head)
      where id = entry.id;
  end loop;
end $$;

alter table audit_entry
  alter column seq set not null,
  alter column previous set not null,
  alter column hash set not null;
create unique index audit_entry_seq on audit_entry (seq);
create index audit_entry_changes on audit_entry using gin (changes jsonb_path_ops);
create index audit_entry_actor on audit_entry (actor_id);
create index audit_entry_action on audit_entry (action);
