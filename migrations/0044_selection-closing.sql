-- A meeting that is being closed: its record is computed, and nothing else of it changes until it is.
alter table selection drop constraint selection_state_check;
alter table selection add constraint selection_state_check
  check (state in ('preparing', 'called', 'open', 'closing', 'closed'));
-- The job that computes the record, where it did not end at once.
alter table selection add column closing_job uuid;

-- Who has declared that they have no conflict of interest in a candidate that is no application; of applications it is
-- said in conflict_declaration. A conflict that is declared is a recusal.
create table selection_declaration (
  candidate_id uuid not null references selection_candidate (id) on delete cascade,
  person_id uuid not null references person (id),
  -- Keys of the ties that were asked about, and that the person says are no conflict. A new tie is asked about anew.
  denied text[] not null,
  at timestamptz not null,
  primary key (candidate_id, person_id)
);
