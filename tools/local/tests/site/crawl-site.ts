import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A link of a page that leads nowhere. */
export interface BrokenLink {
  /** Path of the page that has it. */
  page: string;
  /** As the page has it, resolved. */
  target: string;
  why: string;
}

/** What a crawl found. */
export interface Crawl {
  /** Paths of all pages that links lead to. */
  pages: string[];
  broken: BrokenLink[];
}

interface Page {
  ids: ReadonlySet<string>;
  targets: readonly string[];
}

/**
 * Follows every link of a site from its start, and finds those that lead to nothing: pages, files and
 * places within a page. Other hosts are not asked.
 *
 * @param origin `http://127.0.0.1:4400`
 */
export async function crawlSite(origin: string): Promise<Crawl> {
  const waiting = [`${origin}/`];
  const seen = new Map<string, Page | string>();
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    const page = await readPage(address);
    seen.set(address, page);
    if (typeof page !== 'string') waiting.push(...page.targets.map(withoutFragment));
  }
  const pages = [...seen].flatMap(([address, page]) =>
    typeof page === 'string' ? [] : [{ address, page }],
  );
  const broken = pages.flatMap(({ address, page }) =>
    page.targets.flatMap((target) => {
      const why = whyBroken(target, seen);
      return why === null ? [] : [{ page: new URL(address).pathname, target, why }];
    }),
  );
  return { pages: pages.map(({ address }) => new URL(address).pathname), broken };
}

/** @returns a text that says what is wrong, where nothing is there; a page without links for other files */
async function readPage(address: string): Promise<Page | string> {
  const response = await fetch(address);
  const body = await response.text();
  if (!response.ok) return `status ${response.status}`;
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html'))
    return { ids: new Set(), targets: [] };
  const ids = new Set<string>();
  const targets = new Set<string>();
  const { origin } = new URL(address);
  for (const { attrs } of elementsOf(parse(body))) {
    for (const { name, value } of attrs) {
      if (name === 'id') ids.add(value);
      if (name !== 'href' && name !== 'src') continue;
      const target = URL.parse(value, response.url);
      if (target?.origin === origin) targets.add(target.href);
    }
  }
  return { ids, targets: [...targets] };
}

function* elementsOf(
  node: DefaultTreeAdapterTypes.ParentNode,
): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if ('attrs' in child) yield child;
    if ('childNodes' in child) yield* elementsOf(child);
  }
}

function whyBroken(target: string, seen: ReadonlyMap<string, Page | string>): string | null {
  const page = seen.get(withoutFragment(target));
  if (page === undefined || typeof page === 'string') return page ?? 'not asked';
  const fragment = decodeURIComponent(new URL(target).hash.slice(1));
  return fragment === '' || page.ids.has(fragment) ? null : `no #${fragment} there`;
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
