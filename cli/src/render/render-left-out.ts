import type { LeftOutFile } from '@orchestra/packaging';
import type { Style } from '@orchestra/terminal';
import { renderSection } from './render-section.ts';

const mostNames = 5;

/** Renders the files that are left out of a package, grouped by reason; empty where there are none. */
export function renderLeftOut(leftOut: readonly LeftOutFile[], style: Style): string {
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  const rows = [...byReason].map(([reason, of]) => [
    reasons[reason],
    listFew(of.map(({ path }) => (reason === 'not-listed' ? topOf(path) : path))),
  ]);
  return renderSection('Stays out', { rows, style });
}

const reasons: Readonly<Record<LeftOutFile['reason'], string>> = {
  'node-modules': 'dependencies',
  'not-listed': 'not listed',
  secret: 'may be secret',
  ignored: 'ignored',
  link: 'links',
  'too-large': 'too large',
  'earlier-package': 'packed before',
};

/** The top folder of a path, which stands for everything in it; the path itself for a file at the root. */
function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path : path.slice(0, slash + 1);
}

function listFew(paths: readonly string[]): string {
  const names = [...new Set(paths)];
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}
