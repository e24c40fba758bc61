import { permissions, permissionTexts } from '@orchestra/core';
import type { Style } from '@orchestra/terminal';
import type { FixedManifest } from '../fix/fix-project.ts';
import { renderDiff } from './render-diff.ts';
import { renderSection } from './render-section.ts';

/** Renders the fixes to a manifest as a diff with reasons, then the permissions that it adds. */
export function renderFixed({ changes, before, after }: FixedManifest, style: Style): string {
  if (before === after) return 'Nothing to mend in package.json';
  const rows = changes.map(({ path, reason }) => [path.slice(1), reason]);
  return [
    renderDiff('package.json', { before, after, style }),
    renderSection('Mended', { rows, style }),
    ...growth({ changes, before, after }, style),
  ].join('\n\n');
}

function growth({ changes }: FixedManifest, style: Style): string[] {
  const first = changes.find(({ path }) => path === '/permissions');
  const last = changes.findLast(({ path }) => path === '/permissions');
  const listed = (value: unknown) => (Array.isArray(value) ? value : []);
  const added = permissions.filter(
    (each) => listed(last?.value).includes(each) && !listed(first?.found).includes(each),
  );
  if (added.length === 0) return [];
  const titles = added.map((each) => `${permissionTexts[each].title} (${each})`).join(', ');
  return [style.yellow(`People are asked for this from now on: ${titles}`)];
}
