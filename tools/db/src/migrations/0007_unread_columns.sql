-- What no query reads.
alter table tokens drop column created_at;
alter table sync_problems drop column since;
alter table ingested_logs drop column ingested_at;
drop index extension_owners_login;
