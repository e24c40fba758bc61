import { redactEmails } from '../manifest/redact-emails.ts';
import { problem, type Problem } from '../problems/problem.ts';

/** A text as it is stored (null for an empty one), and its problems. */
export interface ParsedReviewText {
  text: string | null;
  problems: Problem[];
}

/**
 * Parses the text of a review, a reply or a report: plain text, trimmed, with `\n` between lines and without
 * emails. Characters that hide or reorder text are problems.
 *
 * @param of.path field that the text was sent in, for problems: `body#/title`
 * @param of.lines false for a text of one line
 */
export function parseReviewText(
  written: string,
  of: { path: string; lines: boolean },
): ParsedReviewText {
  const text = written.replaceAll(/\r\n?/g, '\n').trim();
  const found = unseen.exec(of.lines ? text.replaceAll(/[\n\t]/g, ' ') : text);
  if (found !== null) return { text: null, problems: [describe(found, of)] };
  return { text: text === '' ? null : redactEmails(text), problems: [] };
}

/**
 * Control characters, unpaired surrogates, and characters that reorder text or are invisible. The tags behind
 * a black flag are allowed: they make the flags of England, Scotland and Wales.
 */
const unseen =
  /[\p{Cc}\p{Cs}\u200B\u2028-\u202E\u2060-\u2069\uFEFF]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/u;

function describe(found: RegExpExecArray, of: { path: string; lines: boolean }): Problem {
  const point = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const expected = of.lines ? 'plain text' : 'one line of plain text';
  return problem('text-control-characters', {
    path: of.path,
    message: `Expected ${expected}; found U+${point} at ${found.index}`,
  });
}
