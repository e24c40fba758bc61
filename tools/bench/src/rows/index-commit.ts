import { entryPath, serializeEntry } from '@orchestra/core';
import { GitIndex } from '@orchestra/registry';
import { makeEntry } from '@orchestra/testkit';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { takeTurns } from '../take-turns.ts';

const many = 50_000;
const few = 100;

/** Measures how the cost of a publish grows with the registry. */
export const indexCommit: Row = {
  name: 'index-commit',
  ours: `one publish's commit at ${many.toLocaleString('en')} entries`,
  over: `the same at ${few}`,
  aim: 1.3,
  async measure({ folder, say }) {
    say(`making an index of ${many} entries`);
    using large = await fill(join(folder, 'large.git'), many);
    using small = await fill(join(folder, 'small.git'), few);
    return await takeTurns(
      { ours: (round) => publish(large, round), over: (round) => publish(small, round) },
      { rounds: 30, onRound: (round) => say(`commit ${round}`) },
    );
  },
};

async function fill(directory: string, entries: number): Promise<GitIndex> {
  const names = Array.from({ length: entries }, (_, nth) => `${nth.toString(36)}-extension-${nth}`);
  const files = new Map(names.map((name) => fileOf(name)));
  return GitIndex.open(directory, { files });
}

/** Reads an entry as a publish does, then makes a commit. */
async function publish(index: GitIndex, round: number): Promise<void> {
  const name = `new-extension-${round}`;
  const snapshot = await index.snapshot();
  await snapshot.readEntry(name);
  const [path, content] = fileOf(name);
  await index.commit({
    parent: snapshot.commit,
    changes: [{ path, content }],
    message: `Publish ${name} 1.0.0\n`,
    at: new Date(),
  });
}

function fileOf(name: string): [path: string, content: string] {
  return [`extensions/${entryPath(name)}`, serializeEntry(makeEntry({ name }))];
}
