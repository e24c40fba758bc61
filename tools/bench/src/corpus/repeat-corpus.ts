import type { CorpusRecord } from './corpus-record.ts';

/** Repeats records up to a number, and appends a number to each repeated name. */
export function repeatCorpus(records: readonly CorpusRecord[], size: number): CorpusRecord[] {
  const used = new Set<string>();
  const repeated: CorpusRecord[] = [];
  for (let round = 1; repeated.length < size && records.length > 0; round += 1) {
    for (const record of records.slice(0, size - repeated.length)) {
      const name = round === 1 ? record.name : `${record.name}-${round}`;
      const free = used.has(name) ? `${name}-x${repeated.length}` : name;
      used.add(free);
      const displayName = round === 1 ? record.displayName : `${record.displayName} ${round}`;
      repeated.push({ ...record, name: free, displayName });
    }
  }
  return repeated;
}
