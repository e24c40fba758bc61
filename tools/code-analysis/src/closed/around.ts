import type { AnyNode, ThisExpression } from 'acorn';
import type { KnownApis } from '../apis/known-apis.ts';
import type { CopyHelpers } from '../modules/copy-helper.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { nodesOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, isNamedEval } from '../syntax/syntax.ts';
import { functionOfThis } from '../trace/this-of-function.ts';
import type { Callees } from '../values/callees.ts';
import { ClassParts } from './class-parts.ts';
import { Modules } from './modules.ts';
import { membersGiven } from './given-members.ts';
import { selfNamingIn } from './self-naming.ts';
import { classesHandedOn } from './shared-classes.ts';
import { Things } from './thing.ts';

/** The code in which things are. */
export interface CodeOfThings {
  index: CodeIndex;
  /** Finds functions by their names, and knows of nothing closed. */
  callees: Callees;
  codes: readonly ParsedCode[];
  copies: CopyHelpers;
  apis: KnownApis;
  files: ImportedFiles;
  /** Paths of the entry files in the manifest, which may leave out `.js`. */
  entries: readonly string[];
  /** The file that contains a node. */
  codeOf: (node: AnyNode) => ParsedCode | undefined;
}

/** What is known of the code around things. */
export interface Around extends CodeOfThings {
  modules: Modules;
  classes: ClassParts;
  things: Things;
  /** Each `this` of a function. */
  thises: readonly { node: ThisExpression; of: FunctionNode }[];
  /** Names of classes of the language that unknown code may change. */
  handedOn: ReadonlySet<string>;
  /** Functions that reach themselves by `new.target` or `arguments.callee`. */
  selfNaming: ReadonlySet<AnyNode>;
  /** Names of members that code gives the editor's API; the empty one where it isn't known. */
  givenToEditor: ReadonlySet<string>;
  /** Files with texts that run and may read any variable of theirs. */
  evaluating: ReadonlySet<ParsedCode>;
}

export function makeAround(code: CodeOfThings): Around {
  const { codes } = code;
  return {
    ...code,
    modules: new Modules(codes, {
      entries: code.entries,
      resolve: (name, from) => {
        if (code.apis.modules.has(name.replace(/^node:/, ''))) return null;
        const { codes: found, unread } = code.files.resolve(name, {
          from: from.path,
          isUrl: false,
        });
        return found.length + unread.length === 0 ? null : found;
      },
      textOf: (node) => code.codeOf(node)?.text.slice(node.start, node.end) ?? '',
    }),
    classes: new ClassParts(codes),
    things: new Things(),
    handedOn: classesHandedOn(codes),
    selfNaming: new Set(codes.flatMap(selfNamingIn)),
    givenToEditor: new Set(codes.flatMap(membersGiven)),
    thises: codes.flatMap(({ nodes }) =>
      nodes.thises.flatMap((node) => {
        const of = functionOfThis(node);
        return of === undefined || of === 'top' ? [] : [{ node, of }];
      }),
    ),
    evaluating: new Set(codes.filter(mayEvaluate)),
  };
}

/** True for a file with `eval`, and with `with`, by which a name may mean something else. */
function mayEvaluate(code: ParsedCode): boolean {
  if (code.nodes.calls.some(({ callee }) => isNamedEval(callee))) return true;
  return code.text.includes('with') && nodesOf(code).some(({ type }) => type === 'WithStatement');
}
