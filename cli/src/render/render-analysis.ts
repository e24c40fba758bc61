import type { Analysis } from '@orchestra/core';
import type { Style } from '@orchestra/terminal';
import { renderNeeds } from './render-needs.ts';
import { renderUnresolved } from './render-unresolved.ts';
import { renderUnsupported } from './render-unsupported.ts';

/**
 * Renders the analysis of a package's code: used permissions, unresolved code, and unsupported features;
 * empty where there are none.
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
