-- Who may do what. No address of anyone is kept here, or anywhere.

create table users (
  id bigint generated always as identity primary key,
  provider text not null check (provider in ('github', 'local')),
  -- the provider's own number, which a rename keeps
  account_id bigint not null,
  login text not null,
  role text not null default 'user' check (role in ('user', 'admin')),
  created_at timestamptz not null default now(),
  unique (provider, account_id)
);

create unique index users_login on users (provider, lower(login));

create table tokens (
  id bigint generated always as identity primary key,
  user_id bigint not null references users on delete cascade,
  -- of the token, which is shown once and not kept
  sha256 text not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create index tokens_user on tokens (user_id);

-- Answers to writes that came with an Idempotency-Key, for those that come again.
create table idempotency_keys (
  user_id bigint not null references users on delete cascade,
  key text not null,
  -- SHA-256 of method, path and body: the same key with another request is refused
  request_sha256 text not null,
  -- null while the first request is under way, which no other transaction sees
  status integer,
  location text,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

create index idempotency_keys_age on idempotency_keys (created_at);
