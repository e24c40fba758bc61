import { pageUrl } from './page-url.ts';

/** The whole address of a page or file of the site, as others need it: `https://registry.example/search/`. */
export function absoluteUrl(path: string): string {
  return new URL(pageUrl(path), import.meta.env.SITE).href;
}
