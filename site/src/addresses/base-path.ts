/** Where a site stands on its host, without a slash at its end: empty, or `/registry`. */
export function basePath(site: string): string {
  return site.replace(/^https?:\/\/[^/]+/, '');
}
