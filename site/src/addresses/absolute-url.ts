import { pageUrl } from './page-url.ts';

/** The absolute URL of a page or file of the site: `https://registry.example/search/`. */
export function absoluteUrl(path: string): string {
  return new URL(pageUrl(path), import.meta.env.SITE).href;
}
