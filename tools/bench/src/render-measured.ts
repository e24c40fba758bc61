import type { Style } from '@orchestra/terminal';

/** The measurement of a row as JSON. */
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

/** Renders the measurement of a row for people. */
export function renderMeasured(row: Measured, style: Style): string {
  const { name, ours, over, aim, unit, measured, ratio, notes } = row;
  const colour = ratio <= aim ? style.green : style.yellow;
  const numbers = `${format(measured.ours)} ${unit} over ${format(measured.over)} ${unit}`;
  return (
    `${name.padEnd(14)}${colour(ratio.toFixed(2).padStart(6))}  ${style.dim(`aim ≤ ${Number(aim.toFixed(2))}`)}  ` +
    `${ours}, over ${over} ${style.dim(`(${numbers})`)}\n` +
    notes.map((note) => style.dim(`${' '.repeat(22)}${note}\n`)).join('')
  );
}

function format(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
