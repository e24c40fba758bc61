import type { Permission } from '../../schema/names.ts';

/**
 * What a member of an API is. `harmless`: it reaches nothing outside of the extension. `unresolved`: what it
 * does can't be told from the code. `followed`: what it is given or gives back decides, and the analysis
 * follows that.
 */
export type ApiVerdict = 'harmless' | 'unresolved' | 'followed' | readonly Permission[];

/** A verdict on members of an API, with its reason. */
export interface ApiJudgement {
  is: ApiVerdict;
  /** One line for people: what these members do, or why they need nothing. */
  why: string;
  /**
   * Names with dots: `workspace.fs.readFile`. A verdict holds for all that is below a name too, unless a longer
   * name has its own.
   */
  names: readonly string[];
}

/** All that is known of a module, or of what is there without an import. A member that isn't named is unresolved. */
export interface ApiTable {
  /** Name of the module without `node:`; `global` for globals, `context` for the context that `activate` gets. */
  module: string;
  judgements: readonly ApiJudgement[];
  /** What members need that aren't named, and those with computed names, where one answer fits all of them. */
  rest?: readonly Permission[];
  /**
   * True for a module that is handed around for its harmless members. Handing it to code that can't be
   * followed counts only where one of its other members is written somewhere.
   */
  mostlyHarmless?: true;
}

/**
 * Makes a judgement.
 *
 * @param names names separated by white space
 */
export function judgeApi(
  is: 'harmless' | 'unresolved' | 'followed' | Permission | readonly Permission[],
  why: string,
  names: string,
): ApiJudgement {
  const isWord = is === 'harmless' || is === 'unresolved' || is === 'followed';
  return {
    is: isWord ? is : typeof is === 'string' ? [is] : is,
    why,
    names: names.split(/\s+/).filter((name) => name !== ''),
  };
}

/** Makes tables of modules that are harmless as a whole. */
export function harmlessModules(why: string, modules: string): ApiTable[] {
  return modules
    .split(/\s+/)
    .map((module) => ({ module, judgements: [judgeApi('harmless', why, '*')] }));
}
