import type { WireCause } from './wire-value.ts';

/** Says what is behind an error: `Caused by TypeError: it has no name`. */
export function tellCause({ kind, name, message }: WireCause): string {
  const lead = kind === 'cause' ? 'Caused by' : 'One of these:';
  return `${lead} ${name}: ${message}`;
}
