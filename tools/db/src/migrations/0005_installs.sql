-- Who has what, and how often it is installed and downloaded. It is known here alone: no sync touches it.

-- An account has at most one open row of an extension. What it removes and installs again on another
-- day is a row of its own, so that the history stays.
create table extension_installs (
  id bigint generated always as identity primary key,
  extension_id bigint not null references extensions,
  user_id bigint not null references users on delete cascade,
  -- the last one of this row: an update changes it
  version text collate "C" not null,
  installed_at timestamptz not null default now(),
  -- null while it is installed
  uninstalled_at timestamptz
);

create unique index extension_installs_open on extension_installs (extension_id, user_id)
  where uninstalled_at is null;
create index extension_installs_last on extension_installs (extension_id, user_id, installed_at);
create index extension_installs_user on extension_installs (user_id);

-- Counts alone, by day in UTC: nothing here leads to anyone.
create table daily_statistics (
  extension_id bigint not null references extensions,
  version text collate "C" not null,
  day date not null,
  -- machines and accounts, each counted once a day
  installs integer not null default 0,
  uninstalls integer not null default 0,
  -- the same, where a continuous integration did it
  ci_installs integer not null default 0,
  ci_uninstalls integer not null default 0,
  -- requests for the package at the origin
  downloads bigint not null default 0,
  primary key (extension_id, day, version)
);

-- What makes the digests of a day; erased with them when the day is over.
create table daily_salts (
  day date primary key,
  salt bytea not null
);

-- Who was counted today already: keyed digests, of no use to anyone without the salt of their day.
create table daily_digests (
  day date not null,
  digest bytea not null,
  primary key (day, digest)
);

-- Logs of the origin that are counted.
create table ingested_logs (
  -- of the uncompressed bytes
  sha256 text primary key,
  -- the name of the file alone, without .gz
  name text not null unique,
  downloads bigint not null,
  ingested_at timestamptz not null default now()
);
