import { join } from 'node:path';
import type { Command } from '../command.ts';
import { startProgress } from '../render/progress.ts';
import { compareFiles, type FileDifferences } from '../store/compare-files.ts';
import { openStore } from '../store/open-store.ts';
import { readRecord } from '../store/record.ts';

/** How the files of an installed extension differ from its record. */
export type Verified = { name: string; version: string } & (
  | { status: 'same' }
  | ({ status: 'different' } & FileDifferences)
  /** There is no record to compare with. */
  | { status: 'unknown' }
);

/** Compares the files of every installed extension with its record. */
export const verify: Command<object, Verified[]> = {
  async run(_options, context) {
    const { state, paths } = await openStore(context);
    using progress = await startProgress(context, 'Comparing files');
    const verified: Verified[] = [];
    for (const [name, installed] of Object.entries(state.extensions)) {
      progress.update(`Comparing files of ${name}`);
      const record = await readRecord(name, { installed, paths });
      const { version } = installed;
      if (record === null) verified.push({ name, version, status: 'unknown' });
      else {
        const found = await compareFiles(join(paths.root, name), record.files);
        const same = Object.values(found).every((files) => files.length === 0);
        verified.push(
          same
            ? { name, version, status: 'same' }
            : { name, version, status: 'different', ...found },
        );
      }
    }
    return verified;
  },
  text(verified, style) {
    if (verified.length === 0) return 'Nothing is installed';
    const lines = verified.map((one) => {
      const what = `${style.bold(one.name)} ${one.version}`;
      if (one.status === 'same') return `${style.green('ok')} ${what}`;
      if (one.status === 'unknown')
        return `${style.yellow('??')} ${what}: no record to compare with`;
      const files = [
        ...one.changed.map((path) => `     changed  ${path}`),
        ...one.missing.map((path) => `     missing  ${path}`),
        ...one.added.map((path) => `     added    ${path}`),
      ];
      return [`${style.red('no')} ${what} is not what was installed:`, ...files].join('\n');
    });
    const wrong = verified.filter(({ status }) => status !== 'same');
    if (wrong.length > 0) {
      lines.push(style.dim('Bring one back: uninstall it, then install it again.'));
    }
    return lines.join('\n');
  },
  exitCode: (verified) => (verified.every(({ status }) => status === 'same') ? 0 : 1),
};
