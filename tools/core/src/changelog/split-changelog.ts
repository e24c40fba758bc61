import { valid } from 'semver';

/** One section of a changelog: the text about one version, or text that belongs to no version (null). */
export interface ChangelogSection {
  version: string | null;
  /** Markdown, with its heading. */
  text: string;
}

/**
 * Splits a changelog at the headings that name a version: `## 1.2.0`, `## [1.2.0] - 2026-01-01`, `# v1.2.0
 * (January)`. Text before the first such heading is a section without a version. A first-level heading
 * without a version ends the section before it.
 */
export function splitChangelog(text: string): ChangelogSection[] {
  const sections: { version: string | null; lines: string[] }[] = [{ version: null, lines: [] }];
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const version = fenced ? null : headingVersion(line);
    const endsSection = !fenced && /^#\s/.test(line);
    if (version !== null || endsSection) sections.push({ version, lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ version, lines }) => ({ version, text: lines.join('\n').trim() }))
    .filter((section) => section.text !== '');
}

function headingVersion(line: string): string | null {
  const written = /^ {0,3}#{1,4}\s+(?:version\s+)?\[?v?(\d+\.\d+\.\d+[^\s\])]*)/i.exec(line)?.[1];
  return valid(written ?? null);
}
