import { renderXml } from '../xml/render-xml.ts';

/** An Atom feed before rendering. URLs are absolute, times ISO 8601. */
export interface Feed {
  title: string;
  /** URL of the feed; it is also its id, so that it must not change. */
  url: string;
  /** URL of the page with the same content for people. */
  page: string;
  /** Newest first. */
  entries: FeedEntry[];
}

/** An entry of a feed. */
export interface FeedEntry {
  /** A unique URL that never changes. */
  id: string;
  title: string;
  page: string;
  at: string;
  authors: { name: string; url: string }[];
  summary: string;
  /** HTML that is safe in a page. */
  html: string | null;
}

/** Most entries of a feed; readers keep older ones themselves. */
export const longestFeed = 50;

/** Renders a feed as Atom (RFC 4287). An empty one is dated 1970. */
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
    // an empty summary would count as missing
    ...(summary === '' ? {} : { summary }),
    ...(html === null ? {} : { content: { '@type': 'html', '#text': html } }),
  };
}
