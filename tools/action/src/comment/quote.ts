import { showable } from '@orchestra/core';

/**
 * Quotes untrusted text as a code span on one line of Markdown, so that nothing in it becomes markup, a link,
 * a mention or a reference. Emails are removed.
 *
 * Source: https://spec.commonmark.org/0.31.2/#code-spans
 */
export function quote(text: string): string {
  const line = showable(text)
    .replaceAll(/[\s\uFFFD]+/gu, ' ')
    .trim();
  if (line === '') return '*(empty)*';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return line.startsWith('`') || line.endsWith('`')
    ? `${fence} ${line} ${fence}`
    : `${fence}${line}${fence}`;
}
