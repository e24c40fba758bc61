/**
 * Anchors of a Markdown text: its headings as GitHub writes them, and the ids of its HTML.
 *
 * @param {string} markdown
 * @returns {Set<string>}
 */
export function findAnchors(markdown) {
  const anchors = new Set();
  const seen = new Map();
  for (const [, heading] of withoutFences(markdown).matchAll(/^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/gm)) {
    const slug = slugOf(heading);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    anchors.add(times === 0 ? slug : `${slug}-${times}`);
  }
  for (const [, id] of markdown.matchAll(/<[a-z][^>]*\s(?:id|name)=["']([^"']+)["']/gi)) {
    anchors.add(id.toLowerCase());
  }
  return anchors;
}

/**
 * Lower case, without punctuation, and hyphens for spaces; the text of links stays.
 *
 * @param {string} heading
 */
function slugOf(heading) {
  return heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** @param {string} markdown */
function withoutFences(markdown) {
  return markdown.replaceAll(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[`~]*\s*$/gm, '');
}
