/**
 * Tells crawlers where the sitemap is. Nothing is closed to them: pages that should not be found say so
 * themselves, which they could not if nobody might read them.
 */
export function renderRobots(site: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`;
}
