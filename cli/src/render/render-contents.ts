import { type Analysis, formatBytes } from '@orchestra/core';
import { count, plain, type Style } from '@orchestra/terminal';
import type { Contents } from '../project/list-contents.ts';
import { renderLeftOut } from './render-left-out.ts';
import { renderNeeds } from './render-needs.ts';
import { renderTree } from './render-tree.ts';
import { renderUnresolved } from './render-unresolved.ts';

/** Renders the contents of a package: its files, what is left out, and the places that need permissions. */
export function renderContents(contents: Contents, style: Style): string {
  const { files, leftOut, analysis, unread } = contents;
  const blocks = [
    files.length === 0 ? '' : goesIn(contents, style),
    renderLeftOut(leftOut, { files, style }),
    analysis === null && unread.length === 0 ? '' : needs(analysis, { unread, style }),
    renderUnresolved(analysis?.unresolved ?? [], { style }),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function needs(
  analysis: Analysis | null,
  { unread, style }: { unread: readonly string[]; style: Style },
): string {
  const unknown = `  ${style.yellow('not known yet')}: ${plain(unread.join(', '))} couldn’t be read`;
  const isNothing = analysis === null || analysis.permissions.length === 0;
  const known = analysis === null ? [] : [renderNeeds(analysis, { style })];
  const lines = unread.length === 0 ? known : isNothing ? [unknown] : [...known, unknown];
  return [style.bold('What the code needs'), ...lines].join('\n');
}

function goesIn({ files, size, unpackedSize }: Contents, style: Style): string {
  const packed = size === null ? '' : `, ${formatBytes(size)} packed`;
  const total = `  ${count(files.length, 'file')}, ${formatBytes(unpackedSize)}${packed}`;
  return [style.bold('Goes in'), renderTree(files, style), style.dim(total)].join('\n');
}
