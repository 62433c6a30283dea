-- Words of everything that can be searched: how many records have each, and which are near a misspelt one.
create extension if not exists pg_trgm;

create table search_word (
  word text primary key,
  -- Without accents, for likeness ("hame" finds "häme"); null for stems, which nobody types.
  folded text,
  count integer not null
);

create index search_word_folded on search_word using gin (folded gin_trgm_ops);
