-- Which ecosystem a list was brought in for: its coordinators may apply, change and undo it. Null: the whole
-- installation, whose lists only who coordinates everywhere may touch; lists brought in before this are so.
alter table import add column ecosystem_id uuid references ecosystem (id) on delete set null;
create index import_ecosystem on import (ecosystem_id, created_at);
