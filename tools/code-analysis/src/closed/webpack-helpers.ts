import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isTarget } from '../syntax/changed-builtins.ts';
import { isFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';

/**
 * Helpers of webpack's loader, as they are written: `d` defines getters, `o` tells whether an object has a
 * property of its own, `r` marks exports as those of an ES module.
 *
 * Source: https://github.com/webpack/webpack/tree/main/lib/runtime
 */
const helpers: Record<string, RegExp> = {
  d: /^\(?(\w+), ?(\w+)\)? ?(?:=> ?)?\{ ?for ?\((?:var|let|const) (\w+) in \2\) ?\{? ?(?:if ?\()?\w+\.o\(\2, ?\3\) ?&& ?!\w+\.o\(\1, ?\3\)\)? ?(?:&&|\{)? ?Object\.defineProperty\(\1, ?\3, ?\{ ?enumerable: ?(?:!0|true), ?get: ?\2\[\3\] ?\}\);? ?\}? ?\}? ?;? ?\}?$/,
  r: /^\(?(\w+)\)? ?(?:=> ?)?\{ ?(?:if ?\()?(?:typeof Symbol !== "undefined"|typeof Symbol !== 'undefined'|"undefined" ?!= ?typeof Symbol) ?&& ?Symbol\.toStringTag\)? ?(?:&&|\{)? ?Object\.defineProperty\(\1, ?Symbol\.toStringTag, ?\{ ?value: ?["']Module["'] ?\}\)[;,]? ?\}? ?Object\.defineProperty\(\1, ?["']__esModule["'], ?\{ ?value: ?(?:!0|true) ?\}\);? ?\}$/,
  o: /^\(?(\w+), ?(\w+)\)? ?(?:=> ?)?(?:\{ ?return ?)?\(?Object\.prototype\.hasOwnProperty\.call\(\1, ?\2\)\)?;? ?\}?$/,
};

/** Reads the text of a node. */
export type TextOf = (node: AnyNode) => string;

const known = new WeakMap<Variable, Map<string, boolean>>();

/** True for a member of a loader that surely is webpack's helper of that name. */
export function isWebpackHelper(loader: Variable, name: string, textOf: TextOf): boolean {
  const names = known.get(loader) ?? new Map<string, boolean>();
  known.set(loader, names);
  const found = names.get(name) ?? isHelper(loader, name, textOf);
  names.set(name, found);
  return found;
}

function isHelper(loader: Variable, name: string, textOf: TextOf): boolean {
  const shape = helpers[name];
  const set = loader.references.flatMap(({ identifier }) => {
    const member = treeIdentifier(identifier).parent;
    const isSet = member?.type === 'MemberExpression' && isTarget(member);
    return isSet && writtenName(member) === name ? [member.parent] : [];
  });
  const [only, ...others] = set;
  if (shape === undefined || only?.type !== 'AssignmentExpression' || others.length > 0)
    return false;
  const { right } = only;
  if (!isFunction(right) || right.async || right.generator) return false;
  const text = textOf(right)
    .replace(/^function ?/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shape.test(text) && (name !== 'd' || isWebpackHelper(loader, 'o', textOf));
}
