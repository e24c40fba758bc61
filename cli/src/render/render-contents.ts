import { formatBytes, type PackageAnalysis } from '@orchestra/core';
import { count, type Style } from '@orchestra/terminal';
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
  analysis: PackageAnalysis | null,
  { unread, style }: { unread: readonly string[]; style: Style },
): string {
  const known = analysis ?? { permissions: [], unresolved: [] };
  return `${style.bold('What the code needs')}\n${renderNeeds({ ...known, unread }, { style })}`;
}

function goesIn({ files, size, unpackedSize }: Contents, style: Style): string {
  const packed = size === null ? '' : `, ${formatBytes(size)} packed`;
  const total = `  ${count(files.length, 'file')}, ${formatBytes(unpackedSize)}${packed}`;
  return [style.bold('Goes in'), renderTree(files, style), style.dim(total)].join('\n');
}
