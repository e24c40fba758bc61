import { showPlace } from '@orchestra/code-analysis';
import {
  type MissingModule,
  type Problem,
  problem,
  tellBuiltin,
  tellBuiltinsOfPackage,
} from '@orchestra/core';
import type { Check } from './check.ts';

/**
 * Checks that a native extension does without the modules of Node: an error where it is loaded with one, a warning
 * where it may load one later. One problem a place in the author's code, and one a package that is bundled in.
 */
export const checkBuiltins: Check = ({ analysis }) => {
  const missing = (analysis.missing ?? []).filter(({ ofNode }) => ofNode === true);
  const groups = Map.groupBy(missing, (one) => {
    const owner = packageOf(one);
    return `${one.isCertain} ${owner ?? `${one.module} ${showPlace(one.place)}`}`;
  });
  return [...groups.values()].flatMap(tell);
};

function tell(alike: readonly MissingModule[]): Problem[] {
  const [first] = alike;
  if (first === undefined) return [];
  const owner = packageOf(first);
  const places = alike.map(({ module, place }) => ({ module, ...(place.source ?? place) }));
  const told =
    owner === undefined ? tellBuiltin(first.module) : tellBuiltinsOfPackage(owner, places);
  const severity = first.isCertain ? 'error' : 'warning';
  return [problem('builtin-missing', { path: showPlace(first.place), ...told, severity })];
}

/** The package that the code is of, as its source map says. */
function packageOf({ place }: MissingModule): string | undefined {
  const { file } = place.source ?? place;
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
}
