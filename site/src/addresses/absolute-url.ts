import { readConfig } from '../read-config.ts';
import { pageUrl } from './page-url.ts';

const { url } = readConfig();

/** The absolute URL of a page or file of the site: `https://registry.example/search/`. */
export function absoluteUrl(path: string): string {
  return new URL(pageUrl(path), url).href;
}
