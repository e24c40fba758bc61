/** The address of a page or file of the site, with the site's base path: `/search/` or `/base/search/`. */
export function pageUrl(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
