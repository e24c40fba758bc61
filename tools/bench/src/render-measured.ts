import type { Colors } from 'picocolors/types.js';

/** What a row has measured, for machines. */
export interface Measured {
  name: string;
  ours: string;
  over: string;
  aim: number;
  unit: 'ms' | 'MiB' | 'KiB';
  measured: { ours: number; over: number };
  ratio: number;
  notes: readonly string[];
}

/** What a row has measured, for people. */
export function renderMeasured(row: Measured, pc: Colors): string {
  const { name, ours, over, aim, unit, measured, ratio, notes } = row;
  const colour = ratio <= aim ? pc.green : pc.yellow;
  const numbers = `${format(measured.ours)} ${unit} over ${format(measured.over)} ${unit}`;
  return (
    `${name.padEnd(14)}${colour(ratio.toFixed(2).padStart(6))}  ${pc.dim(`aim ≤ ${Number(aim.toFixed(2))}`)}  ` +
    `${ours}, over ${over} ${pc.dim(`(${numbers})`)}\n` +
    notes.map((note) => pc.dim(`${' '.repeat(22)}${note}\n`)).join('')
  );
}

function format(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
