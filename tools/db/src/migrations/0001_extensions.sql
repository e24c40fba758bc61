-- What the index says of each extension. Nothing here is known to this database alone: it can be
-- rebuilt from the index and the blobs at any time.

create table extensions (
  id bigint generated always as identity primary key,
  name text collate "C" not null unique,
  display_name text not null,
  description text not null,
  -- a name, from the manifest of the newest live version; never an address
  author text,
  -- https URL, from the same manifest
  repository text,
  homepage text,
  -- path below the documents of the newest live version: icon.png
  icon text,
  license text,
  compat text not null check (compat in ('native', 'raycast', 'vscode')),
  categories text[] not null,
  tags text[] not null,
  -- {repositoryId, repository}: where it is published from, pinned at the first publish
  source jsonb,
  -- newest live version, stable where there is one; null where nothing is live
  latest_version text collate "C",
  latest_permissions text[] not null default '{}',
  featured_rank integer,
  featured boolean generated always as (featured_rank is not null) stored,
  verified boolean not null default false,
  -- requests for packages at the origin
  download_count bigint not null default 0,
  -- accounts that have it, or had it: what popularity goes by
  install_count bigint not null default 0,
  rating_count integer not null default 0,
  rating_sum integer not null default 0,
  rating_average double precision
    generated always as (rating_sum::double precision / nullif(rating_count, 0)) stored,
  created_at timestamptz not null,
  -- when the newest live version was published
  updated_at timestamptz not null,
  -- since when the index has it no more; what people wrote of it stays
  deleted_at timestamptz
);

create index extensions_featured on extensions (featured_rank) where featured_rank is not null;

create table extension_owners (
  extension_id bigint not null references extensions,
  position integer not null,
  provider text not null check (provider in ('github', 'local')),
  account_id bigint not null,
  login text not null,
  primary key (extension_id, provider, account_id)
);

create index extension_owners_account on extension_owners (provider, account_id);
create index extension_owners_login on extension_owners (lower(login));

create table extension_versions (
  id bigint generated always as identity primary key,
  extension_id bigint not null references extensions,
  version text collate "C" not null,
  -- order in the index entry: the last is -1, the one before it -2, so that a new first one moves none
  position integer not null,
  -- below the packages of config.json: git-lens/git-lens-1.0.0.tar.gz
  package_path text not null,
  sha256 text not null,
  -- bytes
  size bigint not null,
  unpacked_size bigint not null,
  engines jsonb not null,
  -- the oldest Orchestra that satisfies engines.orchestra; null where any does
  min_orchestra_version text,
  permissions text[] not null,
  published_at timestamptz not null,
  status text not null check (status in ('live', 'yanked', 'quarantined')),
  yanked boolean generated always as (status <> 'live') stored,
  reason text,
  provenance jsonb,
  -- SHA-256 by path below the documents of this version
  docs jsonb not null,
  -- read from the blobs, after the entry; null until then
  manifest jsonb,
  readme text,
  changelog text,
  -- a name and an https URL, from the manifest
  author text,
  repository text,
  -- when they were read
  documents_at timestamptz,
  -- since when it is here
  mirrored_at timestamptz not null default clock_timestamp(),
  unique (extension_id, version)
);

-- Versions whose documents are still to be read from the blobs.
create table document_jobs (
  version_id bigint primary key references extension_versions on delete cascade,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text
);

create index document_jobs_next on document_jobs (next_attempt_at);

create table categories (
  id text primary key,
  position integer not null,
  title text not null,
  description text not null
);

-- The curated files of the index as they were when they could last be read.
create table curated_files (
  path text primary key,
  content jsonb not null
);

-- One row: the commit of the index that everything above is at.
create table sync_state (
  single boolean primary key default true check (single),
  commit text not null,
  synced_at timestamptz not null
);

-- Files of the index that could not be mirrored; the rows of each are as they were before.
create table sync_problems (
  path text primary key,
  reason text not null,
  since timestamptz not null default now()
);
