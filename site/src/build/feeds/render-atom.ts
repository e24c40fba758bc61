import { renderXml } from '../xml/render-xml.ts';

/** An Atom feed before it is written. Addresses are absolute, times ISO 8601. */
export interface Feed {
  title: string;
  /** Where the feed is; its id too, so it must stay. */
  url: string;
  /** The page that shows the same to people. */
  page: string;
  /** Newest first. */
  entries: FeedEntry[];
}

/** One thing that happened. */
export interface FeedEntry {
  /** An address that nothing else in the feed has, and that never changes. */
  id: string;
  title: string;
  page: string;
  at: string;
  authors: { name: string; url: string }[];
  summary: string;
  /** HTML that is safe in a page. */
  html: string | null;
}

/** Readers keep what they have read: a feed need not be longer. */
export const longestFeed = 50;

/** Writes a feed as Atom, after RFC 4287. One without entries says that nothing happened since 1970. */
export function renderAtom({ title, url, page, entries }: Feed): string {
  const updated = entries.reduce(
    (last, { at }) => (at > last ? at : last),
    '1970-01-01T00:00:00.000Z',
  );
  return renderXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: url,
      title,
      updated,
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': url },
        { '@rel': 'alternate', '@type': 'text/html', '@href': page },
      ],
      entry: entries.slice(0, longestFeed).map(toElement),
    },
  });
}

function toElement({ id, title, page, at, authors, summary, html }: FeedEntry) {
  return {
    id,
    title,
    updated: at,
    published: at,
    author: authors.map((author) => ({ name: author.name, uri: author.url })),
    link: { '@rel': 'alternate', '@type': 'text/html', '@href': page },
    // an empty one would be taken for a missing one
    ...(summary === '' ? {} : { summary }),
    ...(html === null ? {} : { content: { '@type': 'html', '#text': html } }),
  };
}
