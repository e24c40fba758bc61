/** The address of a page or file of the site, wherever the site stands: `/search/` or `/base/search/`. */
export function pageUrl(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
