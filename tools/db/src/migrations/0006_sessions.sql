-- Browsers that are signed in by cookie: each by a secret of its own, never by the token that it was
-- shown once. A session ends with its token.
create table sessions (
  -- of the secret in the cookie, which is not kept
  sha256 text primary key,
  token_id bigint not null references tokens on delete cascade,
  created_at timestamptz not null default now()
);

create index sessions_token on sessions (token_id, created_at);
