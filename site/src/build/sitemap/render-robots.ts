/**
 * Renders robots.txt, which tells crawlers where the sitemap is. It forbids no pages: hidden ones say so
 * themselves, which crawlers must be able to read.
 */
export function renderRobots(site: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`;
}
