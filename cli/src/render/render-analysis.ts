import type { Analysis } from '@orchestra/core';
import type { Style } from '@orchestra/terminal';
import { renderNeeds } from './render-needs.ts';
import { renderUnresolved } from './render-unresolved.ts';
import { renderUnsupported } from './render-unsupported.ts';

/**
 * What the code of a stranger's package uses, what of it can't be told, and what Orchestra does not have;
 * empty where there is nothing to tell.
 */
export function renderAnalysis(analysis: Analysis, style: Style): string {
  const view = { style, packed: true } as const;
  const { permissions, unresolved } = analysis;
  const needs =
    permissions.length === 0 && unresolved.length === 0 ? '' : renderNeeds(analysis, view);
  return [
    needs === '' ? '' : `${style.bold('What the code needs')}\n${needs}`,
    renderUnresolved(unresolved, view),
    renderUnsupported(analysis.unsupported, view),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
