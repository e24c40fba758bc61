import type { LeftOutFile } from '@orchestra/packaging';
import type { Style } from '@orchestra/terminal';
import { renderSection } from './render-section.ts';

const mostNames = 5;

/** What stays out of a package, by why; empty where everything goes in. */
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
};

/** The folder at the root stands for everything in it. */
function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path : path.slice(0, slash + 1);
}

function listFew(paths: readonly string[]): string {
  const names = [...new Set(paths)];
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}
