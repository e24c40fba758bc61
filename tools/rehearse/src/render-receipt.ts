import type { Rehearsal } from './rehearse.ts';

/** Renders the receipt of a publish: each stage, its time, and the seconds since the command began. */
export function renderReceipt({ version, began, stages }: Rehearsal['receipts'][number]): string {
  const lines = Object.entries(stages).map(([stage, at]) => {
    const seconds = at === null ? '' : ((Date.parse(at) - Date.parse(began)) / 1000).toFixed(1);
    return `  ${stage.padEnd(10)} ${(at ?? 'never').padEnd(24)} ${seconds.padStart(6)} s`;
  });
  return [`tide-table ${version}`, ...lines].join('\n');
}
