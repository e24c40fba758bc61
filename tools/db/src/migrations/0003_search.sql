-- What extensions are found by: derived from the tables of the index, and from counts that follow
-- theirs. Only what has a live version stands here.

create extension if not exists pg_trgm;

-- Narrow, so that a list or a search of many touches little; READMEs stand apart.
create table extension_search (
  extension_id bigint primary key references extensions on delete cascade,
  name text collate "C" not null,
  -- the name without hyphens, as people type it: gitlens
  spelling text collate "C" not null,
  -- the display name in the same way
  title text collate "C" not null,
  -- words of the name and display name, and the spelling
  names tsvector not null,
  -- the same (A), tags, categories and owners (B), and the description (C)
  words tsvector not null,
  -- what filters ask for: category:git, compat:native, tag:ship, permission:network, publisher:tidewater
  facets text[] not null,
  -- follow those of extensions
  install_count bigint not null,
  download_count bigint not null,
  rating_count integer not null,
  rating_sum integer not null,
  updated_at timestamptz not null
);

-- each has all that its order needs: a page far down reads no row of the pages before it
create index extension_search_name on extension_search (name) include (extension_id);
create index extension_search_recent
  on extension_search (updated_at desc, name) include (extension_id);
create index extension_search_popular
  on extension_search (install_count desc, download_count desc, updated_at desc, name)
  include (extension_id);
create index extension_search_rating on extension_search (rating_count, rating_sum)
  include (install_count, download_count, updated_at, name, extension_id);
create index extension_search_spelling on extension_search (spelling);
-- without fastupdate: no search has to read a list of what is still to be sorted in
create index extension_search_names on extension_search using gin (names) with (fastupdate = off);
create index extension_search_words on extension_search using gin (words) with (fastupdate = off);
create index extension_search_facets on extension_search using gin (facets) with (fastupdate = off);

-- The words of extension_search, and those of the README (D).
create table extension_readmes (
  extension_id bigint primary key references extension_search on delete cascade,
  words tsvector not null
);

create index extension_readmes_words on extension_readmes using gin (words)
  with (fastupdate = off);

-- Some of the extensions whose words match. Their rows are small and their words are not, which the
-- planner can't see: it would read all of them one by one.
create function explained_by(terms tsquery, most integer) returns setof bigint
language sql stable
set enable_seqscan = off
as $$
  select extension_id from extension_readmes where words @@ terms limit most
$$;

-- Words that extensions are found by, for those who mistype one. They outlive the extension, and then
-- find nothing.
create table search_words (
  word text collate "C" primary key
);

create index search_words_similar on search_words using gin (word gin_trgm_ops)
  with (fastupdate = off);

-- Words that look like one, the likest first. Two letters that changed places leave a word of six
-- letters a fifth of its trigrams.
create function similar_words(wanted text, most integer) returns setof text
language sql stable
set pg_trgm.similarity_threshold = 0.2
as $$
  select word from search_words
  where word % wanted and length(word) between length(wanted) - 2 and length(wanted) + 2
  order by similarity(word, wanted) desc, word
  limit most
$$;

-- A text with blanks for punctuation: what stands between two words is never part of one, as it would be
-- in an address or a path.
create function plain_words(written text) returns text
language sql immutable parallel safe
return translate(written, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32));

-- Counts follow those of the extension in the same transaction, whoever counts.
create function follow_counts() returns trigger language plpgsql as $$
begin
  update extension_search
  set install_count = new.install_count, download_count = new.download_count,
      rating_count = new.rating_count, rating_sum = new.rating_sum
  where extension_id = new.id;
  return null;
end
$$;

create trigger follow_counts
  after update of install_count, download_count, rating_count, rating_sum on extensions
  for each row
  when ((old.install_count, old.download_count, old.rating_count, old.rating_sum)
    is distinct from (new.install_count, new.download_count, new.rating_count, new.rating_sum))
  execute function follow_counts();
