import {
  type ArrayExpression,
  type AssignmentExpression,
  type AssignmentProperty,
  type AnyNode,
  type CallExpression,
  type Identifier,
  type ImportExpression,
  type NewExpression,
  type ObjectExpression,
  type Options,
  type MethodDefinition,
  Parser,
  type Position,
  type Program,
  type Property,
  type PropertyDefinition,
  type ThisExpression,
} from 'acorn';
import importPhases from 'acorn-import-phases';
import { analyze, type Reference } from 'eslint-scope';
import { KEYS } from 'eslint-visitor-keys';
import { joinBlockFunctions } from './block-functions.ts';
import { enclosingFunction, isFunction, isNode, treeIdentifier, writtenName } from './syntax.ts';

/** A parsed file: its tree with parents and variables linked, and the nodes that an analysis starts from. */
export interface ParsedCode {
  path: string;
  text: string;
  tree: Program;
  /** Identifiers that the file doesn't declare, by name. */
  unbound: Map<string, Identifier[]>;
  /** Where the file reads its own `arguments`, which hold `require` and `module` in CommonJS. */
  ownArguments: Identifier[];
  /** Names of all variables that the file declares, in any scope. */
  declared: Set<string>;
  /** Nodes by the types in `collected`. */
  nodes: Collected;
  /** Set where texts that the file runs were written into it as code. */
  grafts?: Grafts;
  /** Set for a text that runs as a file of its own: the file that runs it, and where. */
  ranBy?: { path: string; offset: number };
}

/** Where a code has texts that were written into it. */
export interface Grafts {
  /** The place in the file as it is in the package. */
  originOf: (offset: number) => number;
  /** Where calls begin whose texts were written behind them, and what tells these texts from others. */
  calls: ReadonlyMap<number, readonly string[]>;
}

/** The nodes that an analysis looks for, in the order of the text. */
export interface Collected {
  members: AnyNode[];
  calls: CallExpression[];
  imports: ImportExpression[];
  thises: ThisExpression[];
  functions: AnyNode[];
  /** Literals of objects and lists, and what `new` makes. */
  objects: (ArrayExpression | NewExpression | ObjectExpression)[];
  /** Properties of literals, and members of classes. */
  properties: (Property | AssignmentProperty | PropertyDefinition | MethodDefinition)[];
  /** Expressions that are passed or exported as `activate`. */
  activations: AnyNode[];
  /** `await` at the top of a file. */
  topAwaits: AnyNode[];
}

/** The error for a text that isn't JavaScript. */
export class CodeError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, at: { line: number; column: number }) {
    super(message);
    this.line = at.line;
    this.column = at.column;
  }
}

/**
 * Parses JavaScript, as a module or else as a script.
 *
 * @throws CodeError where it is neither, RangeError where it is nested too deep
 */
export function parseCode(path: string, text: string): ParsedCode {
  const { tree, isModule } = parseEither(path, text);
  const code: ParsedCode = {
    path,
    text,
    tree,
    unbound: new Map(),
    ownArguments: [],
    declared: new Set(),
    nodes: {
      members: [],
      calls: [],
      imports: [],
      thises: [],
      functions: [],
      objects: [],
      properties: [],
      activations: [],
      topAwaits: [],
    },
  };
  // before parents are linked, because eslint-scope follows every unknown key of a node
  bindVariables(code, isModule);
  link(code);
  return code;
}

function parseEither(path: string, text: string): { tree: Program; isModule: boolean } {
  const asModule =
    !path.endsWith('.cjs') && (path.endsWith('.mjs') || /\b(?:import|export)\b/.test(text));
  const order = asModule ? [true, false] : [false, true];
  let first: SyntaxError | undefined;
  for (const isModule of order) {
    try {
      const tree = parseAs(text, isModule);
      if (!/\.[cm]js$/.test(path)) refuseAmbiguous(text);
      return { tree, isModule };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      if (error.message.startsWith('Not enough stack')) throw new RangeError(error.message);
      first ??= error;
    }
  }
  const [, message = '', line = 1, column = 0] =
    /^(.*) \((\d+):(\d+)\)$/s.exec(first?.message ?? '') ?? [];
  const isDecorator = message === "Unexpected character '@'";
  const what = isDecorator ? 'decorators, which Node does not run' : message;
  throw new CodeError(what, { line: Number(line), column: Number(column) + 1 });
}

/**
 * Refuses code with a comment as in HTML that is a module as well, where it is no comment: either may hide
 * code from the other.
 *
 * Source: https://tc39.es/ecma262/#sec-html-like-comments
 */
function refuseAmbiguous(text: string): void {
  if (!/<!--|-->/.test(text)) return;
  let at: Position | undefined;
  const onComment: Options['onComment'] = (_isBlock, _comment, start, _end, place) => {
    if (/^(?:<!--|-->)/.test(text.slice(start, start + 4))) at ??= place;
  };
  try {
    parseAs(text, false, { onComment, locations: true });
    if (at !== undefined) parseAs(text, true);
  } catch (error) {
    if (error instanceof SyntaxError) return;
    throw error;
  }
  if (at === undefined) return;
  const what = 'a comment as in HTML, which is none in a module';
  throw new CodeError(what, { line: at.line, column: at.column + 1 });
}

/** Knows `import source` and `import defer`. Source: https://tc39.es/proposal-source-phase-imports/ */
const PhaseParser = Parser.extend(importPhases());

function parseAs(text: string, isModule: boolean, more: Partial<Options> = {}): Program {
  return PhaseParser.parse(text, {
    ecmaVersion: 'latest',
    sourceType: isModule ? 'module' : 'commonjs',
    allowHashBang: true,
    ...(isModule ? { allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true } : {}),
    allowImportExportEverywhere: false,
    ranges: true,
    ...more,
  });
}

/** Gives every node its parent. It is a loop, because hostile code is nested deeper than the stack allows. */
function link({ tree, nodes }: ParsedCode): void {
  const waiting: AnyNode[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    collect(node, nodes);
    const by = { node, waiting };
    const keys = KEYS[node.type] ?? [];
    for (let at = keys.length - 1; at >= 0; at -= 1) {
      const child = isRecord(node) ? node[keys[at] ?? ''] : undefined;
      if (Array.isArray(child)) {
        for (let nth = child.length - 1; nth >= 0; nth -= 1) adopt(child[nth], by);
      } else adopt(child, by);
    }
  }
}

/** Narrows the type so that keys can be read by computed names; `Reflect.get` would be slower. */
function isRecord(node: object): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object';
}

function adopt(child: unknown, by: { node: AnyNode; waiting: AnyNode[] }): void {
  if (!isNode(child)) return;
  child.parent = by.node;
  by.waiting.push(child);
}

function collect(node: AnyNode, into: Collected): void {
  switch (node.type) {
    case 'MemberExpression':
    case 'ObjectPattern':
      into.members.push(node);
      return;
    case 'CallExpression':
      into.calls.push(node);
      return;
    case 'ThisExpression':
      into.thises.push(node);
      return;
    case 'ImportExpression':
      into.imports.push(node);
      return;
    case 'ArrayExpression':
    case 'NewExpression':
    case 'ObjectExpression':
      into.objects.push(node);
      return;
    case 'AwaitExpression':
      if (enclosingFunction(node) === undefined) into.topAwaits.push(node);
      return;
    case 'ForOfStatement':
      if (node.await && enclosingFunction(node) === undefined) into.topAwaits.push(node);
      return;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      into.functions.push(node);
      return;
    case 'ClassDeclaration':
    case 'ClassExpression':
      into.functions.push(node);
      return;
    case 'ExportSpecifier':
      if (isNamedActivate(node.exported)) {
        into.activations.push(node.local);
      }
      return;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      into.properties.push(node);
      return;
    case 'Property':
      if (node.parent?.type === 'ObjectExpression') into.properties.push(node);
      if (writtenName(node) === 'activate' && !isOfThis(node.value)) {
        into.activations.push(node.value, ...describedBy(node.value));
      }
      return;
    case 'AssignmentExpression':
      if (isActivation(node)) into.activations.push(node.right);
      return;
    default:
  }
}

function isActivation(assignment: AssignmentExpression): boolean {
  const { left: target } = assignment;
  if (target.type !== 'MemberExpression') return isNamedActivate(target);
  return writtenName(target) === 'activate' && (!isOfThis(target) || isOfFile(assignment));
}

/** True outside of functions and classes, where `this` is what a file of CommonJS exports. */
function isOfFile(node: AnyNode): boolean {
  for (let of = node.parent; of !== undefined; of = of.parent) {
    if (of.type === 'ClassBody') return false;
    if (isFunction(of) && of.type !== 'ArrowFunctionExpression') return false;
  }
  return true;
}

function isNamedActivate(name: AnyNode): boolean {
  if (name.type === 'Literal') return name.value === 'activate';
  return name.type === 'Identifier' && name.name === 'activate';
}

/** The getter or value of a descriptor, as in `Object.defineProperties(exports, { activate: { … } })`. */
function describedBy(descriptor: AnyNode): AnyNode[] {
  if (descriptor.type !== 'ObjectExpression') return [];
  return descriptor.properties.flatMap((each) => {
    const isGiven = each.type === 'Property' && /^(?:get|value)$/.test(writtenName(each) ?? '');
    return isGiven ? [each.value] : [];
  });
}

/** True for `this.activate`, an object's own method, which isn't an export. */
function isOfThis(node: AnyNode): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression';
}

/** Narrows acorn's tree to ESTree, which it is: the two packages only use types of their own. */
function isForScopes(tree: unknown): tree is Parameters<typeof analyze>[0] {
  return isNode(tree);
}

function bindVariables(code: ParsedCode, isModule: boolean): void {
  const { tree } = code;
  if (!isForScopes(tree)) return;
  const { scopes } = analyze(tree, {
    ecmaVersion: 2024,
    ignoreEval: true,
    sourceType: isModule ? 'module' : 'commonjs',
  });
  joinBlockFunctions(scopes);
  for (const scope of scopes) {
    for (const variable of scope.variables) {
      if (variable.identifiers.length > 0) code.declared.add(variable.name);
      // the first identifier only: a class name is another variable inside the class
      for (const identifier of variable.identifiers) {
        const name = treeIdentifier(identifier);
        if (name.variable !== undefined) name.inner = variable;
        name.variable ??= variable;
      }
    }
    for (const reference of scope.references) {
      const identifier = treeIdentifier(reference.identifier);
      if (isOwnArguments(reference)) code.ownArguments.push(identifier);
      if (reference.resolved !== null) identifier.variable = reference.resolved;
      else {
        const others = code.unbound.get(identifier.name);
        if (others === undefined) code.unbound.set(identifier.name, [identifier]);
        else others.push(identifier);
      }
    }
  }
}

function isOwnArguments({ identifier, resolved }: Reference): boolean {
  if (identifier.name !== 'arguments') return false;
  return (
    resolved === null || (resolved.defs.length === 0 && resolved.scope.block.type === 'Program')
  );
}
