import type { Answer, Call } from './route.ts';

/**
 * Answers with one page of a list, and links to the others.
 *
 * @param view makes of each item what is told of it
 * @param wrap makes of the page what is answered: itself, unless told
 */
export async function paginate<Item>(
  call: Call,
  items: readonly Item[],
  view: (item: Item) => unknown,
  wrap: (page: readonly unknown[]) => unknown = (shown) => shown,
): Promise<Answer> {
  const asked = (name: string, otherwise: number) => {
    const value = Number(call.url.searchParams.get(name) ?? otherwise);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const perPage = Math.min(asked('per_page', 30), 100);
  const page = asked('page', 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const links = Object.entries({
    prev: page > 1 ? page - 1 : null,
    next: page < last ? page + 1 : null,
    last: page < last ? last : null,
    first: page > 1 ? 1 : null,
  }).flatMap(([relation, target]) =>
    target === null ? [] : [`<${pageUrl(call, target)}>; rel="${relation}"`],
  );
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
  return { status: 200, body: wrap(await Promise.all(shown.map(view))), headers };
}

function pageUrl(call: Call, page: number): string {
  const url = new URL(call.url);
  url.searchParams.set('page', String(page));
  return url.href;
}
