import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { type Operation, readApiReference } from './reference-files.ts';
import { renderRoute, type RouteReference } from './render-route.ts';

/** The reference of the API: general rules, then every route. */
export function apiGuide(): Guide {
  const guide = readGuide('api');
  const routes = listRoutes();
  const groups = sections.flatMap(({ title, has }) => [
    `## ${title}`,
    ...routes.filter((route) => sectionOf(route) === has).map(renderRoute),
  ]);
  return { ...guide, text: [guide.text, ...groups].join('\n\n') };
}

function listRoutes(): RouteReference[] {
  return Object.entries(readApiReference().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]: [string, Operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path: path.replace(/^\/api\/v1/, ''),
    })),
  );
}

type Section = 'find' | 'publish' | 'use' | 'reviews' | 'account' | 'admin';

const sections: readonly { title: string; has: Section }[] = [
  { title: 'Finding extensions', has: 'find' },
  { title: 'Publishing', has: 'publish' },
  { title: 'Installs and statistics', has: 'use' },
  { title: 'Reviews', has: 'reviews' },
  { title: 'Your account', has: 'account' },
  { title: 'For admins', has: 'admin' },
];

/** Section of a route. It covers every route, so that a new one is in the reference too. */
function sectionOf({ method, path }: RouteReference): Section {
  if (path.startsWith('/admin/')) return 'admin';
  if (path.includes('/reviews')) return 'reviews';
  if (/\/(?:install|uninstall|stats)$/.test(path)) return 'use';
  if (!path.startsWith('/extensions')) return 'account';
  return method === 'GET' ? 'find' : 'publish';
}
