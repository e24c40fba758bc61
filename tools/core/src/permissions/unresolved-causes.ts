import type { UnresolvedCode } from '../schema/analysis.ts';
import { moreSuchPlaces } from './unclear-code.ts';

/** Why nobody can tell what code uses: for each cause, what its author can do, as one sentence. */
export const unresolvedCauses = {
  'computed-name':
    'Write down the names that the code computes: `fs.readFile(path)`, not `fs[name](path)`.',
  'computed-command':
    'Run commands by names that stand in the code: of names from settings or from a list that people change, nobody can tell what they run.',
  'lost-value':
    'Call the API where it is imported, and hand on a function that does so: `(path) => fs.readFile(path)`, not `fs`.',
  'computed-module': 'Write down the names of the modules and files that the code loads.',
  'outside-module':
    'Bundle what the code loads from outside of the package, and leave as it is how Node loads code.',
  'made-code':
    'Write the code that is made of a text while it runs as code of the package; compile templates as you build.',
  'foreign-command':
    'Use an API instead of the command: it belongs to another extension, or what it does can not be told by its name.',
  'unclear-api': 'Use an API instead whose effect can be told: see the page on permissions.',
  'native-code': 'Ship JavaScript or WebAssembly instead of native code.',
  'other-file': 'Ship all code in files that end in .js, .cjs or .mjs.',
  'invalid-code': 'Build the file to JavaScript that can be parsed, or leave it out.',
  'long-code':
    'Move data out of the code, into a file of the package that the code reads as data: JSON, text or binary.',
  'deep-code':
    'Move what is nested so deep into a file that the code reads as data, or split it up.',
  'tangled-code': 'Leave out code that the extension does not need: this is too much to follow.',
  'more-places': 'Mend the other places first: the next check names these.',
} as const satisfies Record<string, string>;

/** Why nobody can tell what code uses: a key of {@link unresolvedCauses}. */
export type UnresolvedCause = keyof typeof unresolvedCauses;

/** Finds the cause of unresolved code, which decides what its author can do. */
export function unresolvedCause({
  reason,
  what,
}: Pick<UnresolvedCode, 'reason' | 'what'>): UnresolvedCause {
  switch (reason) {
    case 'computed-access':
      return what.endsWith('.executeCommand(…)') ? 'computed-command' : 'computed-name';
    case 'unknown-effect':
      return /^command "|\.executeCommand\("/.test(what) ? 'foreign-command' : 'unclear-api';
    case 'unreadable':
      if (what.startsWith('native code')) return 'native-code';
      return what.startsWith('code in a file of another kind') ? 'other-file' : 'invalid-code';
    case 'over-limit':
      if (what.endsWith(moreSuchPlaces)) return 'more-places';
      if (what.endsWith('of code')) return 'long-code';
      return what.endsWith('nested too deep') ? 'deep-code' : 'tangled-code';
    default:
      return causeOf[reason];
  }
}

const causeOf = {
  'passed-on': 'lost-value',
  'computed-module': 'computed-module',
  'outside-module': 'outside-module',
  'evaluated-code': 'made-code',
} as const;

/** Groups what has a cause by it, the cause of most first; of as many in the order found. */
export function groupByCause<T>(
  all: readonly T[],
  causeOfOne: (one: T) => UnresolvedCause,
): { cause: UnresolvedCause; advice: string; of: T[] }[] {
  return [...Map.groupBy(all, causeOfOne)]
    .map(([cause, of]) => ({ cause, advice: unresolvedCauses[cause], of }))
    .sort((left, right) => right.of.length - left.of.length);
}
