import { extensionFiles, writeFiles } from '@orchestra/testkit';
import { join } from 'node:path';
import { makeCode } from '../make-code.ts';
import type { Row } from '../row.ts';
import { runToEnd } from '../run-to-end.ts';
import { takeTurns } from '../take-turns.ts';

const files = 2000;

/** Measures checking and packing a large extension. */
export const pack: Row = {
  name: 'pack',
  ours: `orchestra ext pack of ${files.toLocaleString('en')} files, with every check`,
  over: 'tar czf of the same',
  aim: 2,
  async measure({ cli, folder, say }) {
    const extension = join(folder, 'large');
    const code = Array.from({ length: files }, (_, nth) => [
      `dist/${nth % 40}/module-${nth}.js`,
      makeCode(nth, { bytes: 4000 }),
    ]);
    const manifest = { name: 'large', version: '1.0.0', main: 'dist/0/module-0.js' };
    await writeFiles(extension, { ...extensionFiles(manifest), ...Object.fromEntries(code) });
    return await takeTurns(
      {
        ours: () =>
          runToEnd([
            process.execPath,
            cli,
            'ext',
            'pack',
            '-C',
            extension,
            '--out',
            folder,
            '--json',
          ]),
        over: () => runToEnd(['tar', 'czf', join(folder, 'peer.tar.gz'), '-C', extension, '.']),
      },
      { rounds: 7, onRound: (round) => say(`pack ${round}`) },
    );
  },
};
