-- People judge ideas too, and judge anything against an application or an idea, not against projects alone. A judgement
-- says whether it is an office's or that of the project's own lead. Subjects are accepted for ideas too.
alter table overlap_judgement rename column project_id to other_id;
alter index overlap_judgement_project rename to overlap_judgement_other;
alter table overlap_judgement
  add column other_kind text not null default 'project' check (other_kind in ('project', 'application', 'idea')),
  add column voice text not null default 'office' check (voice in ('office', 'lead')),
  drop constraint overlap_judgement_thing_kind_check,
  add check (thing_kind in ('project', 'application', 'idea')),
  add check (other_kind = 'project' or share = 'agreement'),
  add check (voice = 'office' or (thing_kind = 'project' and other_kind = 'project'));
alter table overlap_judgement alter column other_kind drop default, alter column voice drop default;

alter table subject_choice
  drop constraint subject_choice_thing_kind_check,
  add check (thing_kind in ('project', 'application', 'idea'));
