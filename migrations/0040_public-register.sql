-- The public register of decisions is read page by page, the newest first, and narrowed where it lies.

-- Whether a personal trader takes part, by its name or by the registry: then the register counts the decision and names
-- nobody of it. Told when it is published. Of those published before, whoever is not in the registry may be one.
alter table decision add column personal boolean not null default false;

update decision d set personal = exists (
  select from application_partner p left join organisation o on o.id = p.organisation_id
  where p.application_id = d.application_id and coalesce(o.personal, true))
where d.state = 'published';

-- By which key a project stands is asked when one is published.
create index decision_statement_key on decision_statement (project_key);
