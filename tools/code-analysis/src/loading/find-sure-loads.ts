import { parseCode } from '../syntax/parse-code.ts';
import { runLoads } from './load-run.ts';

/**
 * Finds the modules that an ES module can't be loaded without where there is no Node, by their names as they are
 * written; not those that it loads in a `try`, a condition, or a function that is called later.
 */
export function findSureLoads(text: string): ReadonlySet<string> {
  const { loads } = runLoads(parseCode('bundle.js', text), { format: 'esm', hasNode: false });
  return new Set(loads.filter(({ isCertain }) => isCertain).map(({ module }) => module));
}
