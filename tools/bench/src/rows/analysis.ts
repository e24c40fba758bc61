import { analyzePackage } from '@orchestra/code-analysis/node';
import { parse } from 'acorn';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Row } from '../row.ts';
import { takeTurns } from '../take-turns.ts';

/** Measures the analysis of a bundle of real packages. */
export const analysis: Row = {
  name: 'analysis',
  ours: 'permissions of a bundle of 1 MB, read from its code',
  over: 'acorn parsing the same',
  aim: 3,
  async measure({ say }) {
    const text = await bundlePackages();
    const files = new Map([['main.js', Buffer.from(text)]]);
    const entryFiles = [{ pointer: '/main', path: 'main.js' }];
    return await takeTurns(
      {
        ours: () => analyzePackage({ files, manifest: { entryFiles } }),
        over: async () => parse(text, { ecmaVersion: 'latest', sourceType: 'script' }),
      },
      { rounds: 25, onRound: (round) => say(`analysis ${round} of ${text.length} characters`) },
    );
  },
};

/** Packages that are installed here anyway, bundled as an author would. */
const packages = ['fastify', 'octokit', 'pg', 'tar', 'fuse.js', 'semver', 'commander'];
const size = 1024 * 1024;

async function bundlePackages(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: packages.map((name, nth) => `export * as a${nth} from '${name}';`).join('\n'),
      resolveDir: fileURLToPath(new URL('../', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['pg-native'],
    logLevel: 'error',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  if (text.length >= size) return text;
  throw new Error(`The bundle has ${text.length} characters; expected ${size}`);
}
