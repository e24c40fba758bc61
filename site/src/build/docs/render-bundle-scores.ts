import type { BundleScores } from './reference-files.ts';
import { renderMarkdownTable } from './render-markdown-table.ts';

/** Tells how well the code that bundlers write is read: a row for each bundler, the sum of all its options. */
export function renderBundleScores(scores: BundleScores): string {
  const bundlers = [...new Set(scores.map(({ bundler }) => bundler))];
  const rows = bundlers.map((name) => {
    const own = scores.filter(({ bundler }) => bundler === name);
    return [name, String(own.length), ...sums(own)];
  });
  return [
    '## How well bundles are read',
    'Bundlers and compilers rewrite imports, exports and classes. So small extensions, of which it is known what they may do, were built by each of these with several options (formats, targets, minified or not), and every one of these bundles is read again at each change of the analysis. “Held” were left to a person without need, “too much” were told to need a permission that they don’t, and “missed” would be a use that nothing tells of.',
    renderMarkdownTable(
      ['Written by', 'Options', 'Bundles', 'Right', 'Held', 'Too much', 'Missed'],
      [...rows, ['all', String(scores.length), ...sums(scores)]],
    ),
  ].join('\n\n');
}

function sums(scores: BundleScores): string[] {
  const figures = ['bundles', 'right', 'held', 'excess', 'silent'] as const;
  return figures.map((figure) => String(scores.reduce((sum, score) => sum + score[figure], 0)));
}
