-- How a consortium comes to agree: questions of those who are asked, reminders, why an invitation was taken back.
alter table consortium_invitation
  add column questions text,
  add column withdrawn_why text,
  -- Links that reminders brought: each works as the first one does.
  add column reminder_hashes text[] not null default '{}',
  add column reminders int not null default 0 check (reminders between 0 and 2),
  add column reminded_at timestamptz;
-- The idea of a portfolio from which a consortium was begun.
alter table consortium add column idea_id uuid references portfolio_idea (id);
