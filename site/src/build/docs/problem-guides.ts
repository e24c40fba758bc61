import { type FailureKind, failureKinds, type ProblemKind, problemKinds } from '@orchestra/core';
import { escapeText } from './escape-text.ts';
import type { Guide } from './guide.ts';
import {
  type CodeSection,
  failureSections,
  listCodes,
  problemSections,
} from './problem-sections.ts';
import { readGuide } from './read-guide.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

const problems = new Map<string, ProblemKind>(Object.entries(problemKinds));
const failures = new Map<string, FailureKind>(Object.entries(failureKinds));

/** The list of all problem and failure codes, by section. */
export function problemIndex(): Guide {
  const guide = readGuide('problems');
  const text = [
    guide.text,
    ...listSection(problemSections, problems),
    ...listSection(failureSections, failures),
  ].join('\n\n');
  return { ...guide, text };
}

function listSection(
  sections: readonly CodeSection[],
  kinds: ReadonlyMap<string, { title: string }>,
): string[] {
  return sections.map((section) => {
    const rows = listCodes(section, { sections, codes: [...kinds.keys()] }).map((code) => [
      `[\`${code}\`](/docs/problems/${code}/)`,
      kinds.get(code)?.title ?? '',
    ]);
    return `## ${section.title}\n\n${renderMarkdownTable(['Code', 'What it means'], rows)}`;
  });
}

/** Makes a page for each code. A code of both a problem and a failure has one page. */
export function problemGuides(): Guide[] {
  return [...new Set([...problems.keys(), ...failures.keys()])].map((code) => {
    const problem = problems.get(code);
    const failure = failures.get(code);
    return {
      id: `problems/${code}`,
      title: problem?.title ?? failure?.title ?? code,
      description: problem?.hint ?? failure?.hint ?? '',
      text: [
        problem === undefined ? '' : renderProblem(code, problem),
        failure === undefined ? '' : renderFailure(code, failure),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    };
  });
}

function renderProblem(
  code: string,
  { severity, explanation, hint, example }: ProblemKind,
): string {
  return [
    `\`${code}\` is ${severities[severity]}`,
    `## Why\n\n${explanation}`,
    `## What to do\n\n${escapeText(hint)}`,
    ...(example === undefined ? [] : ['For example:', example]),
    '`orchestra ext check` finds what is wrong with a package before you publish it.',
  ].join('\n\n');
}

const severities = {
  error: 'an **error**: it stops a publish.',
  warning: 'a **warning**: it is told, and stops nothing.',
  info: 'a **note**: it is told, and stops nothing.',
};

function renderFailure(code: string, { explanation, hint }: FailureKind): string {
  const why = `## ${problems.has(code) ? 'As a failure of a command or of the API' : 'Why'}`;
  const what = `## ${problems.has(code) ? 'What to do about the failure' : 'What to do'}`;
  return [
    ...(problems.has(code) ? [] : [`\`${code}\` ends a command, or is the answer of the API.`]),
    `${why}\n\n${explanation}`,
    `${what}\n\n${escapeText(hint)}`,
  ].join('\n\n');
}
