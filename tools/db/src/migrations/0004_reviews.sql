-- What people say of extensions. It is known here alone: no sync touches it.

create table extension_reviews (
  id bigint generated always as identity primary key,
  extension_id bigint not null references extensions,
  user_id bigint not null references users on delete cascade,
  rating smallint not null check (rating between 1 and 5),
  -- plain texts, without addresses
  title text,
  body text,
  -- what the author had installed last
  version text collate "C" not null,
  hidden boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (extension_id, user_id)
);

create index extension_reviews_recent on extension_reviews (extension_id, updated_at desc, id desc);
create index extension_reviews_rating on extension_reviews (extension_id, rating, updated_at desc, id desc);
create index extension_reviews_user on extension_reviews (user_id);

-- Sums follow each review in its own transaction, whoever writes or removes it, so that an account
-- that goes takes its ratings along. A hidden review doesn't count.
create function count_rating() returns trigger language plpgsql as $$
declare
  earlier integer := case when not old.hidden then old.rating end;
  later integer := case when not new.hidden then new.rating end;
begin
  if earlier is distinct from later then
    update extensions
    set rating_count = rating_count + (later is not null)::integer - (earlier is not null)::integer,
        rating_sum = rating_sum + coalesce(later, 0) - coalesce(earlier, 0)
    where id = coalesce(new.extension_id, old.extension_id);
  end if;
  return null;
end
$$;

create trigger count_rating after insert or delete or update of rating, hidden on extension_reviews
  for each row execute function count_rating();

-- Whose review of an extension was hidden. It outlives the review: one that is removed and written
-- anew is hidden too.
create table review_hidings (
  extension_id bigint not null references extensions,
  user_id bigint not null references users on delete cascade,
  reason text,
  hidden_by bigint references users on delete set null,
  hidden_at timestamptz not null default now(),
  primary key (extension_id, user_id)
);

create index review_hidings_user on review_hidings (user_id);
create index review_hidings_by on review_hidings (hidden_by);

-- What an owner of the extension answers; the last one who did.
create table review_replies (
  review_id bigint primary key references extension_reviews on delete cascade,
  user_id bigint not null references users on delete cascade,
  body text not null,
  replied_at timestamptz not null default now()
);

create index review_replies_user on review_replies (user_id);

create table review_reports (
  review_id bigint not null references extension_reviews on delete cascade,
  user_id bigint not null references users on delete cascade,
  reason text not null,
  reported_at timestamptz not null default now(),
  -- when an admin hid the review, or left it; null until then
  answered_at timestamptz,
  primary key (review_id, user_id)
);

create index review_reports_user on review_reports (user_id);
create index review_reports_open on review_reports (reported_at, review_id, user_id)
  where answered_at is null;
