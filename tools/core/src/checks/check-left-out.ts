import { isRecord } from '../manifest/read-json.ts';
import { problem, type Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Says what an author may have expected to be packed: links, and dependencies that aren't bundled. */
export const checkLeftOut: Check = ({ manifest, files, leftOut, limits, origin }) => {
  const packed = [...files.keys()].find((path) => /(?:^|\/)node_modules\//.test(path));
  const problems: Problem[] =
    packed === undefined
      ? []
      : [problem('node-modules', { path: packed, message: `'${packed}' is a dependency's file` })];
  if (origin === 'archive') return problems;
  for (const { path, reason } of leftOut) {
    if (reason === 'link') {
      problems.push(problem('link-left-out', { path, message: `'${path}' is a link` }));
    } else if (reason === 'too-large') {
      const message = `Expected at most ${limits.unpackedBytes} bytes of files; this one is too much`;
      problems.push(problem('package-too-large', { path, message }));
    } else if (reason === 'node-modules' && needsModules(manifest.raw)) {
      const message = 'Dependencies are declared, and node_modules is left out';
      problems.push(problem('node-modules', { path, message, severity: 'warning' }));
    }
  }
  return problems;
};

/** The app itself provides the APIs that it is compatible with. */
const provided = /^(?:@orchestra\/|@raycast\/|@types\/|react$|vscode$)/;

function needsModules(raw: Readonly<Record<string, unknown>>): boolean {
  const { dependencies } = raw;
  return isRecord(dependencies) && Object.keys(dependencies).some((name) => !provided.test(name));
}
