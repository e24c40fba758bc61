import { settings } from '@orchestra/api';

/** What the settings say, with the defaults of the manifest where they say nothing. */
export function readSettings() {
  return {
    exclude: settings.get('line-ledger.exclude', defaultExclude),
    noteWords: settings.get('line-ledger.noteWords', ['TODO', 'FIXME', 'HACK']),
    dailyGoal: settings.get('line-ledger.dailyGoal', 0),
  };
}

const defaultExclude = ['node_modules', 'vendor', 'dist', 'build', 'out', 'target', 'coverage'];
