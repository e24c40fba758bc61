import type { OptionReference } from '@orchestra/core';
import { escapeText } from './escape-text.ts';
import type { Guide } from './guide.ts';
import { readGuide } from './read-guide.ts';
import { readProgramReference } from './reference-files.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** The reference of the command line: general behaviour, then every command. */
export function cliGuide(): Guide {
  const guide = readGuide('cli');
  const { options, commands } = readProgramReference();
  const each = commands.map(({ name, usage, description, options: own, examples }) =>
    [
      `### ${name}`,
      `${description.charAt(0).toUpperCase()}${description.slice(1)}.`,
      fence(usage),
      own.length === 0 ? '' : renderOptions(own),
      examples.length === 0 ? '' : `For example:\n\n${fence(examples.join('\n'))}`,
    ].join('\n\n'),
  );
  const text = [
    guide.text,
    '## Options of every command',
    renderOptions(options),
    '## Commands',
    ...each,
  ].join('\n\n');
  return { ...guide, text };
}

function renderOptions(options: readonly OptionReference[]): string {
  const rows = options.map(({ flags, description, default: usual }) => [
    `\`${flags}\``,
    usual === null ? escapeText(description) : `${escapeText(description)} (else \`${usual}\`)`,
  ]);
  return renderMarkdownTable(['Option', 'What it does'], rows);
}

function fence(text: string): string {
  return `\`\`\`sh\n${text}\n\`\`\``;
}
