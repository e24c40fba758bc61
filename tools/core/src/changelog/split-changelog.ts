import { headingVersion, isUnreleased, readHeading } from './heading-version.ts';

/** One section of a changelog: the text about one version, or text that belongs to no version (null). */
export interface ChangelogSection {
  version: string | null;
  /** Markdown, with its heading. */
  text: string;
}

/**
 * Splits a changelog at the headings that name a version: `## 1.2.0`, `## [1.2.0] - 2026-01-01`, `# v1.2.0
 * (January)`. Text before the first such heading is a section without a version. A first-level heading
 * without a version ends the section before it, as one of unreleased changes does.
 */
export function splitChangelog(text: string): ChangelogSection[] {
  const sections: { version: string | null; lines: string[] }[] = [{ version: null, lines: [] }];
  const hides = makeHiding();
  const lines = text.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    const heading = hides(line) ? null : readHeading(line, lines[at + 1]);
    const version = heading === null ? null : headingVersion(heading);
    const endsSection = heading !== null && (heading.level === 1 || isUnreleased(heading));
    if (version !== null || endsSection) {
      sections.push({ version, lines: takeAnchors(sections.at(-1)?.lines ?? []) });
    }
    sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ version, lines: of }) => ({ version, text: of.join('\n').trim() }))
    .filter((section) => section.text !== '');
}

/** Tells for line after line whether it stands in a block of code or in a comment, or borders one. */
function makeHiding(): (line: string) => boolean {
  let fence: string | null = null;
  let inComment = false;
  return (line) => {
    const [, marks = '', after = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== null) {
      if (marks.startsWith(fence) && after.trim() === '') fence = null;
      return true;
    }
    if (!inComment && marks !== '' && !(marks.startsWith('`') && after.includes('`'))) {
      fence = marks;
      return true;
    }
    const wasInComment = inComment;
    const opens = line.lastIndexOf('<!--');
    const closes = line.lastIndexOf('-->');
    if (opens !== -1 || closes !== -1) inComment = opens > closes;
    return wasInComment || inComment;
  };
}

/** Takes the anchors that stand before a heading, `<a name="1.2.0"></a>`, off the end of a section. */
function takeAnchors(lines: string[]): string[] {
  let from = lines.length;
  while (/^\s*(?:<a\s[^<>]*>\s*<\/a>\s*)?$/i.test(lines[from - 1] ?? 'text')) from -= 1;
  return lines.splice(from);
}
