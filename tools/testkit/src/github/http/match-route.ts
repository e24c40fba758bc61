import type { Route } from './route.ts';

/** Parameters that are numbers: other words in their place are other routes. */
const numbers = new Set([
  'account_id',
  'asset_id',
  'check_run_id',
  'comment_id',
  'installation_id',
  'issue_number',
  'pull_number',
  'release_id',
  'review_id',
]);

/** Parameters that may have slashes. */
const paths = new Set(['basehead', 'branch', 'path', 'ref']);

/** Finds the route of a request; null where there is none. */
export type FindRoute = (
  method: string,
  path: string,
) => { route: Route; params: Record<string, string> } | null;

/** Makes the finder of some routes: the longest one that matches is meant. */
export function makeRouter(routes: readonly Route[]): FindRoute {
  const compiled = routes
    .toSorted((one, other) => other.operation.length - one.operation.length)
    .map((route) => ({ route, ...compile(route.operation) }));
  return (method, path) => {
    for (const { route, method: own, pattern } of compiled) {
      const match = own === method ? pattern.exec(path) : null;
      const params = match === null ? null : decode(match.groups ?? {});
      if (params !== null) return { route, params };
    }
    return null;
  };
}

function compile(operation: string): { method: string; pattern: RegExp } {
  const [method = '', template = ''] = operation.split(' ');
  const pattern = template.replaceAll(/\{(\w+)\}|[.]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    const value = numbers.has(name) ? '\\d+' : paths.has(name) ? '.+' : '[^/]+';
    return `(?<${name}>${value})`;
  });
  return { method, pattern: new RegExp(`^${pattern}$`) };
}

function decode(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return null; // no UTF-8: no such thing
  }
}
