import { valid } from 'semver';

/** A heading of a Markdown text. */
export interface Heading {
  /** 1 to 6; a line that is bold as a whole counts as 3. */
  level: number;
  /** Markdown, without the marks of a heading. */
  title: string;
}

const longest = 300;

/** Reads a line as a heading: `## Title`, a line underlined with `===` or `---`, `<h2>Title</h2>`, `**Title**`. */
export function readHeading(line: string, next: string | undefined): Heading | null {
  if (line.length > longest) return null;
  const [, hashes = '', marked = ''] = /^ {0,3}(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (hashes !== '') return { level: hashes.length, title: marked.replace(/\s#+\s*$/, '') };
  const [, depth, inTags = ''] = /^\s*<h([1-6])\b[^>]*>(.*?)<\/h\1>/i.exec(line) ?? [];
  if (depth !== undefined) return { level: Number(depth), title: inTags };
  if (/^ {0,3}[^\s>#*+-]/.test(line) && next !== undefined) {
    const underline = /^ {0,3}(=+|-{2,})\s*$/.exec(next)?.[1];
    if (underline !== undefined)
      return { level: underline.startsWith('=') ? 1 : 2, title: line.trim() };
  }
  const bold = /^(?:\*\*|__)([^*_]+)(?:\*\*|__)(.*)$/.exec(line);
  return bold === null ? null : { level: 3, title: `${bold[1] ?? ''}${bold[2] ?? ''}` };
}

/**
 * The version that a heading is about, as tools and people write it: `[1.2.0](url) (2026-01-01)`, `v1.2.0`,
 * `package@1.2.0`, `2026-01-01, Version 1.2.0`, `1.2.0: Faster`, `1.2`. Null for a heading that only mentions
 * a version.
 */
export function headingVersion({ title, level }: Heading): string | null {
  const text = plainTitle(title);
  const [, before = '', written = ''] = versionIn.exec(text) ?? [];
  const version = written === '' ? null : valid(written.replace(/[.,;:]+$/, ''));
  if (version !== null) return isLead(before, level) ? version : null;
  const short = /^v?(\d{1,9}\.\d{1,9})$/i.exec(withoutDates(text))?.[1];
  return short === undefined ? null : valid(`${short}.0`);
}

/** True for a heading of changes that are in no version yet. */
export function isUnreleased({ title }: Heading): boolean {
  return /^(?:unreleased|next|upcoming|work in progress|wip)\b/i.test(plainTitle(title));
}

const date = /\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/g;
const versionIn = /^(.*?)(?<![\d.])v?(\d+\.\d+\.\d+[^\s:,;()[\]{}|]*)/i;

/** Takes out tags, the addresses of links, and marks of Markdown. */
function plainTitle(title: string): string {
  return title
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/\]\[[^[\]]*\]/g, ']')
    .replace(/[`*[\]]/g, '')
    .replace(date, (found) => found.replace(/[/.]/g, '-'))
    .trim();
}

function withoutDates(text: string): string {
  return text
    .replace(date, '')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/**
 * True for what may stand before a version: signs, dates, `Version` and, in a heading of the first two levels,
 * the name of the package.
 */
function isLead(before: string, level: number): boolean {
  const rest = before.replace(date, ' ').replace(/^[^\p{L}@]+/u, '');
  if (/^@?[\w./-]+(?:@|[-/]v?)$/i.test(rest)) return true;
  const words = rest.split(/[^\p{L}\p{N}_./@-]+/u).filter((word) => word !== '');
  const others = words.filter(
    (word) => !/^(?:version|ver\.?|release[ds]?|v|changes|in|-|.)$/i.test(word),
  );
  const [name] = others;
  if (others.length === 0) return true;
  return others.length === 1 && level < 3 && !mention.test(name ?? '');
}

/** Words before a version that a heading isn't about: `Upgrading from 1.0.0`. */
const mention =
  /^(?:from|to|since|before|after|until|below|above|than|of|for|with|requires?|needs?|supports?|(?:upgrad|updat|migrat|downgrad|revert|bump|fix|add|remov)\w*|node(?:\.?js)?|typescript|npm)$/i;
