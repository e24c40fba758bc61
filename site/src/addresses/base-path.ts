/** The path of a site on its host, without a final slash: empty, or `/registry`. */
export function basePath(site: string): string {
  return site.replace(/^https?:\/\/[^/]+/, '');
}
