-- More of what the index says of a version. Rows that are there get it when their entry changes, or at once
-- by a sync with --rebuild.

-- {mayNeed}: what code may need of which nobody can tell by reading it; null where that is not known
alter table extension_versions add column unclear_code jsonb;
-- {id, extensionDependencies, extensionPack}: what it is called in VS Code, and what it names
alter table extension_versions add column vscode jsonb;
-- mayNeed of the newest live version
alter table extensions add column latest_may_need text[] not null default '{}';
