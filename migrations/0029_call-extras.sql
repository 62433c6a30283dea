-- A planned call that is told of before it opens, and its days in the year clock.

alter table call
  -- Since when everybody sees it as coming; the clock opens it only then.
  add column announced_at timestamptz,
  add column opening_event uuid references event (id),
  add column closing_event uuid references event (id),
  add column full_closing_event uuid references event (id);

create index call_event_at on call_event (at);
create index call_opens on call (opens_at) where state = 'planned';
