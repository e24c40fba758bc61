import { isRecord, type Problem, problem } from '@orchestra/core';
import { isNativeProgram } from '../archive/is-program.ts';
import type { Check } from './check.ts';

const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare'];

/**
 * Warns of what won't work in Orchestra: install scripts, and binaries, which run on one system only.
 */
export const checkHazards: Check = ({ manifest, files }) => {
  const scripts = isRecord(manifest.raw['scripts']) ? manifest.raw['scripts'] : {};
  const problems: Problem[] = lifecycle
    .filter((script) => Object.hasOwn(scripts, script))
    .map((script) =>
      problem('script-never-runs', {
        path: `package.json#/scripts/${script}`,
        message: `'${script}' is never run`,
      }),
    );
  for (const [path, bytes] of files) {
    if (!/\.(?:node|exe|dll|so|dylib)$/i.test(path) && !isNativeProgram(bytes)) continue;
    problems.push(problem('native-binary', { path, message: `'${path}' runs on one system only` }));
  }
  return problems;
};
