-- A project that comes back after its list was withdrawn is the same project: what people said of it is still there.
create index import_row_withdrawn on import_row (project_key, registry) where state = 'withdrawn';
