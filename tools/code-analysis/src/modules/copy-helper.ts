import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import type { FunctionNode } from '../syntax/syntax.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { BoundFunctions } from '../values/bound-functions.ts';
import type { Callees } from '../values/callees.ts';
import { handsOn } from '../values/foreign-methods.ts';
import { makeOnce } from '../values/put-values.ts';
import { SeenFrames } from '../values/seen-frames.ts';
import { CopyUses } from './copy-uses.ts';

/** What a helper of a compiler does with a namespace, beyond looking at it. */
export interface CopyHelper {
  /** Parameters that get all members of the namespace, each under its own name. */
  targets: ReadonlySet<number>;
  /** True where it returns the namespace, its default, or a copy. */
  returns: boolean;
  /** Parameters that must not be given, because the helper would rename members. */
  without: ReadonlySet<number>;
  /** True where it loads a module by `this(key)`, if the lowest bit of its second argument says so. */
  loads: boolean;
}

/**
 * Recognises the helpers through which compilers and bundlers import, export and spread namespaces, such as
 * `__toESM`, `_interopRequireWildcard`, `__exportStar` and `__spreadValues`, by what they do: every use of the
 * namespace only looks at it, copies members under their own names, keeps it in a cache of the helper, or
 * returns it. So nothing of it can be used inside the helper, or come out of another call.
 */
export class CopyHelpers {
  readonly #index: CodeIndex;
  readonly #callees: Callees;
  readonly frames: SeenFrames;
  readonly #bound: () => BoundFunctions;
  /** Helpers under examination that call themselves with the namespace. */
  readonly #again = new Set<CopyHelper>();
  readonly #known = new Map<FunctionNode, Map<string, CopyHelper | null>>();

  constructor(
    codes: Iterable<ParsedCode>,
    { index, callees }: { index: CodeIndex; callees: Callees },
  ) {
    this.#index = index;
    this.#callees = callees;
    this.frames = new SeenFrames(index);
    const functionsOf = (node: AnyNode) => index.functionsOf(node);
    this.#bound = makeOnce(() => new BoundFunctions(codes, { index, functionsOf }));
  }

  /** The functions that a helper calls; null where it may call others. */
  calledBy(written: AnyNode): FunctionNode[] | null {
    const callee = bare(written);
    if (callee.type !== 'MemberExpression') return this.#index.functionsOf(callee);
    return handsOn.has(writtenName(callee) ?? '') ? null : this.#callees.of(callee);
  }

  /** True where a function may have an argument by another way than the parameter of its position. */
  isMoved(of: FunctionNode, callee: AnyNode): boolean {
    return this.#bound().has(of, callee) || this.frames.has(of);
  }

  /**
   * What a function does with its argument at that position.
   *
   * @param key the position of the argument that is the name of the member, where only a member is given
   * @returns null for a function that does something else with it
   */
  of(helper: FunctionNode, at: number, key?: number): CopyHelper | null {
    const known = this.#known.get(helper) ?? new Map<string, CopyHelper | null>();
    this.#known.set(helper, known);
    const id = `${at} ${key ?? ''}`;
    const found = known.get(id);
    if (found !== undefined) {
      if (found !== null) this.#again.add(found);
      return found;
    }
    // where it calls itself, it is first taken to only look at the namespace
    const first = {
      targets: new Set<number>(),
      returns: false,
      without: new Set<number>(),
      loads: false,
    };
    known.set(id, first);
    const made = this.#examine(helper, { at, key });
    const isOther = made !== null && (made.returns || made.loads || made.targets.size > 0);
    const isWrong = isOther && this.#again.has(first);
    known.set(id, isWrong ? null : made);
    return isWrong ? null : made;
  }

  #examine(
    helper: FunctionNode,
    given: { at: number; key: number | undefined },
  ): CopyHelper | null {
    if (helper.generator || helper.async || helper.end - helper.start > longest) return null;
    const name = given.key === undefined ? undefined : parameter(helper, given.key);
    if (given.key !== undefined && name === undefined) return null;
    const uses = new CopyUses({ helper, index: this.#index, helpers: this });
    return uses.examine(parameter(helper, given.at), { at: given.at, name });
  }
}

/** Most characters of a helper; the longest one known has 1,500. */
const longest = 3000;

/** The variable of a parameter; undefined for a pattern, and where there is no such parameter. */
export function parameter(of: FunctionNode, at: number): Variable | undefined {
  const param = of.params[at];
  const name = param?.type === 'AssignmentPattern' ? param.left : param;
  return name?.type === 'Identifier' ? name.variable : undefined;
}

/** True for a variable that only code of this function can see. */
export function isInside(variable: Variable, of: AnyNode): boolean {
  const block = treeNode(variable.scope.block);
  return block !== undefined && block.start >= of.start && block.end <= of.end;
}
