import { formatBytes } from '@orchestra/core';
import { count, type Style } from '@orchestra/terminal';
import type { Contents } from '../project/list-contents.ts';
import { renderLeftOut } from './render-left-out.ts';
import { renderNeeds } from './render-needs.ts';
import { renderTree } from './render-tree.ts';
import { renderUnresolved } from './render-unresolved.ts';

/** Renders the contents of a package: its files, what is left out, and the places that need permissions. */
export function renderContents(contents: Contents, style: Style): string {
  const { files, leftOut, analysis } = contents;
  const blocks = [
    files.length === 0 ? '' : goesIn(contents, style),
    renderLeftOut(leftOut, style),
    analysis === null
      ? ''
      : `${style.bold('What the code needs')}\n${renderNeeds(analysis, { style })}`,
    renderUnresolved(analysis?.unresolved ?? [], { style }),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function goesIn({ files, size, unpackedSize }: Contents, style: Style): string {
  const packed = size === null ? '' : `, ${formatBytes(size)} packed`;
  const total = `  ${count(files.length, 'file')}, ${formatBytes(unpackedSize)}${packed}`;
  return [style.bold('Goes in'), renderTree(files, style), style.dim(total)].join('\n');
}
