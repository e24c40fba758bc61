import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type FeedEntry, longestFeed, renderAtom } from './render-atom.ts';

const entry: FeedEntry = {
  id: 'https://registry.example/extensions/git-lens/#v1.1.0',
  title: 'Git Lens 1.1.0',
  page: 'https://registry.example/extensions/git-lens/',
  at: '2026-11-03T10:00:00.000Z',
  authors: [{ name: 'tidewater', url: 'https://registry.example/publishers/tidewater/' }],
  summary: 'Shows blame',
  html: null,
};
const feed = {
  title: 'New extensions',
  url: 'https://registry.example/feeds/new.atom',
  page: 'https://registry.example/',
};

/** The feed as a reader of XML sees it; entries are a list in any case. */
function readFeed(entries: FeedEntry[]) {
  const text = renderAtom({ ...feed, entries });
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'entry',
    parseTagValue: false,
    htmlEntities: true,
  });
  return parser.parse(text).feed;
}

describe('renderAtom()', () => {
  it('writes what RFC 4287 requires of a feed and of each entry', () => {
    const read = readFeed([entry]);
    expect(read).toMatchObject({
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: feed.url,
      title: feed.title,
      updated: entry.at,
      link: [
        { '@rel': 'self', '@href': feed.url },
        { '@rel': 'alternate', '@href': feed.page },
      ],
    });
    expect(read.entry).toMatchObject([
      {
        id: entry.id,
        title: entry.title,
        updated: entry.at,
        author: { name: 'tidewater', uri: entry.authors[0]?.url },
        link: { '@rel': 'alternate', '@href': entry.page },
        summary: entry.summary,
      },
    ]);
  });

  it('is whole without entries', () => {
    expect(readFeed([])).toMatchObject({ id: feed.url, updated: '1970-01-01T00:00:00.000Z' });
  });

  it('tells when the newest entry changed, wherever it stands', () => {
    const later = { ...entry, at: '2026-11-04T10:00:00.000Z' };
    expect(readFeed([entry, later]).updated).toBe(later.at);
  });

  it('is bounded', () => {
    const entries = Array.from({ length: longestFeed + 7 }, () => entry);
    expect(readFeed(entries).entry).toHaveLength(longestFeed);
  });

  it.each([
    ['markup', '</title><script>alert(1)</script>'],
    ['the end of a CDATA section', ']]><x/>'],
    ['entities', '&lt; &#0; & &amp;amp;'],
    ['quotes', `"'\`"`],
    ['text that runs from right to left', 'שלום \u202Eolleh'],
    ['emoji', '🚀 👩‍🚀'],
    ['a long word', 'w'.repeat(100)],
    ['a processing instruction', '<?xml-stylesheet href="x"?>'],
  ])('gives back %s as it was written', (_what, text) => {
    const [read] = readFeed([{ ...entry, title: text, summary: text, html: text }]).entry;
    expect(read.title).toBe(text);
    expect(read.summary).toBe(text);
    expect(read.content).toEqual({ '@type': 'html', '#text': text });
  });

  it('drops what XML can’t hold', () => {
    const [read] = readFeed([{ ...entry, title: 'a\u0000b\u001b[31mc\uD800d\uFFFEe' }]).entry;
    expect(read.title).toBe('ab[31mc\uFFFDde');
  });
});
