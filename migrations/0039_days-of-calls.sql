-- The days of a call stand in the calendar as the call's own and are read from the call: their copies go. What has been
-- said of a copy is said of its call.
create temporary table copied on commit drop as
  select c.id as call_id, v.id as event_id from call c
    join event v on v.id in (c.opening_event, c.closing_event, c.full_closing_event);

alter table call drop column opening_event, drop column closing_event, drop column full_closing_event;

update comment set subject_kind = 'call', subject_id = call_id::text from copied
  where subject_kind = 'event' and subject_id = event_id::text;
delete from follow using copied where subject_kind = 'event' and subject_id = event_id::text;
delete from event using copied where event.id = event_id;
