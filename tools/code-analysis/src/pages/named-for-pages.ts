import type { AnyNode } from 'acorn';
import { posix } from 'node:path';
import { isAssigned } from '../apis/api-use.ts';
import { isSpecifier } from '../reach/specifiers.ts';
import { nodesOf } from '../syntax/inside-function.ts';
import {
  bare,
  enclosingFunction,
  isFunction,
  treeIdentifier,
  writtenName,
} from '../syntax/syntax.ts';
import { writtenTo } from '../values/only-read.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { calledName } from './calls-by-name.ts';

const mostDepth = 20;
const mostReads = 50;

/** Calls that make a path or an address of what they are given. */
const joins =
  /^(?:joinPath|join|resolve|asAbsolutePath|file|normalize|concat|toString|String|with)$/;

/** Methods of texts, which give another text. */
const ofTexts =
  /^(?:replace(?:All)?|split|trim|slice|substring|toLowerCase|startsWith|endsWith|includes)$/;

/** Calls that do nothing with a path but look at it. */
const looks = /^(?:existsSync|log|info|debug|warn|error|trace)$/;

/** Calls that give the text of a file, which counts by itself where it runs. */
const readings = /^(?:read(?:Text)?File(?:Sync)?|createReadStream|stat(?:Sync)?|access(?:Sync)?)$/;

/** Programs that run a file of JavaScript, whose name may lack its ending. */
const runners = /(?:^|[\s"'/\\])(?:node|bun|deno|tsx|ts-node|electron)(?:\.exe)?\s/;

/** Tells of files of pages whether code names them for pages alone. */
export class NamedForPages {
  readonly #tracer: Tracer;
  readonly #mayRead: boolean;
  readonly #texts: { node: AnyNode; text: string }[];
  /** True where code puts an ending behind a name. */
  readonly #addsEnding: boolean;
  readonly #known = new Map<AnyNode, boolean>();

  /**
   * @param tracer what traced the code that Node runs
   * @param by.mayRead true where that may read the text of a file, because it has no way to run it
   */
  constructor(tracer: Tracer, by: { mayRead: boolean }) {
    this.#tracer = tracer;
    this.#mayRead = by.mayRead;
    const codes = [...tracer.code.codes.values()];
    this.#texts = codes.flatMap((code) =>
      nodesOf(code).flatMap((node) => {
        const found = textOf(node);
        return found === undefined || this.#isLoaded(node, code.path) ? [] : [found];
      }),
    );
    this.#addsEnding = this.#texts.some(({ node, text }) => {
      const { parent } = node;
      const isBehind =
        (parent?.type === 'TemplateLiteral' && parent.quasis[0] !== node) ||
        (parent?.type === 'BinaryExpression' && parent.right === node);
      return isBehind && /^\.[cm]?js\b/.test(text);
    });
  }

  /** True where each text that may be of a file's name goes to a page, and nowhere else. */
  isOnlyForPages(path: string): boolean {
    const name = posix.basename(path).toLowerCase();
    const stem = name.replace(/\.[^.]+$/, '');
    const stems =
      stem === 'index' ? [stem, posix.basename(posix.dirname(path)).toLowerCase()] : [stem];
    const isNamed = ({ node, text }: { node: AnyNode; text: string }) => {
      const names = namesIn(text);
      const last = text.split(/[\\/]/).at(-1) ?? '';
      return (
        names.includes(name) ||
        (separators.test(name) && text.includes(name)) ||
        (runners.test(text) && stems.some((each) => names.includes(each))) ||
        (last === stem && (text !== stem || this.#addsEnding || isJoined(node)))
      );
    };
    return this.#texts.every(
      (each) => !isNamed(each) || isInTag(each.text, name) || this.#goesToPages(each.node, 0),
    );
  }

  /** True for the name of a module that is there: what it loads is known. */
  #isLoaded(node: AnyNode, from: string): boolean {
    if (node.type !== 'Literal' || !isSpecifier(node)) return false;
    const isUrl = node.parent?.type !== 'CallExpression';
    return this.#tracer.code.files.resolve(String(node.value), { from, isUrl }).codes.length > 0;
  }

  /** True where the value of an expression goes to pages alone. */
  #goesToPages(node: AnyNode, depth: number): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    if (depth > mostDepth) return false;
    // what leads back to itself goes nowhere else
    this.#known.set(node, true);
    const goes = this.#follow(node, depth + 1);
    this.#known.set(node, goes);
    return goes;
  }

  #follow(node: AnyNode, depth: number): boolean {
    const { parent } = node;
    switch (parent?.type) {
      case 'TemplateElement':
      case 'TemplateLiteral':
      case 'BinaryExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'AwaitExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return this.#goesToPages(parent, depth);
      case 'ExpressionStatement':
        return true;
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#goesFromCall(parent, { node, depth });
      case 'MemberExpression':
        return parent.object === node && this.#goesFromMember(parent, depth);
      case 'VariableDeclarator':
        return parent.init === node && this.#isReadForPages(parent.id, depth);
      case 'AssignmentExpression':
        return parent.right === node && this.#isReadForPages(parent.left, depth);
      case 'Property':
      case 'PropertyDefinition':
        return parent.value === node && this.#isFieldForPages(parent, depth);
      case 'ReturnStatement':
        return this.#isResultForPages(enclosingFunction(parent), depth);
      case 'ArrowFunctionExpression':
        return parent.body === node && this.#isResultForPages(parent, depth);
      default:
        return false;
    }
  }

  #goesFromCall(
    call: AnyNode & { type: 'CallExpression' | 'NewExpression' },
    { node, depth }: { node: AnyNode; depth: number },
  ): boolean {
    const name = calledName(call) ?? '';
    if (name === 'asWebviewUri' || looks.test(name)) return true;
    if (this.#mayRead && readings.test(name)) return true;
    if (joins.test(name)) return this.#goesToPages(call, depth);
    const { callees, code } = this.#tracer;
    const functions = callees.of(call.callee) ?? code.index.functionsOf(call.callee);
    const at = call.arguments.findIndex((each) => each === node);
    const isPlain = call.arguments.slice(0, at + 1).every(({ type }) => type !== 'SpreadElement');
    const bound = boundBefore(call.callee);
    if (!isPlain || bound === null || functions === null || functions.length === 0) return false;
    return functions.every(({ params }) => {
      const last = params.at(-1);
      const parameter = params[at + bound] ?? (last?.type === 'RestElement' ? last : undefined);
      return parameter !== undefined && this.#isReadForPages(parameter, depth);
    });
  }

  /** What a path leads to: its parts, a list of such, and each of a list. */
  #goesFromMember(member: AnyNode & { type: 'MemberExpression' }, depth: number): boolean {
    const name = writtenName(member) ?? '';
    const { parent } = member;
    const isCalled = parent?.type === 'CallExpression' && parent.callee === member;
    if (!isCalled)
      return /^(?:fsPath|path|scheme|length)$/.test(name) && this.#goesToPages(member, depth);
    if (joins.test(name) || ofTexts.test(name)) return this.#goesToPages(parent, depth);
    const [callback] = parent.arguments;
    if (!/^(?:map|forEach|flatMap)$/.test(name) || !isFunction(callback)) return false;
    const [element] = callback.params;
    const isRead = element === undefined || this.#isReadForPages(element, depth);
    return isRead && this.#goesToPages(parent, depth);
  }

  #isReadForPages(target: AnyNode, depth: number): boolean {
    const to = bare(target);
    if (to.type === 'RestElement') return this.#isReadForPages(to.argument, depth);
    if (to.type === 'AssignmentPattern') return this.#isReadForPages(to.left, depth);
    if (to.type === 'MemberExpression') return this.#isFieldForPages(to, depth);
    const variable = to.type === 'Identifier' ? variableOf(to) : undefined;
    if (variable === undefined) return false;
    const reads = variable.references.filter((each) => each.isRead());
    return (
      reads.length <= mostReads &&
      reads.every(({ identifier }) => this.#goesToPages(treeIdentifier(identifier), depth))
    );
  }

  #isFieldForPages(
    set: AnyNode & { type: 'MemberExpression' | 'Property' | 'PropertyDefinition' },
    depth: number,
  ): boolean {
    const name = writtenName(set);
    // what a page shows, and may read of the package
    if (name === 'localResourceRoots' || name === 'html') return true;
    if (name === undefined) return false;
    const isOwn =
      set.type === 'PropertyDefinition' ||
      (set.type === 'MemberExpression' && set.object.type === 'ThisExpression');
    const { closed, code } = this.#tracer;
    const reads = isOwn ? code.index.reads.get(name) : closed.readsOf(set, name);
    const others = (reads ?? []).filter((read) => !isAssigned(read));
    return (
      others.length > 0 &&
      others.length <= mostReads &&
      others.every((read) => {
        return read.type === 'Property'
          ? this.#isReadForPages(read.value, depth)
          : this.#goesToPages(read, depth);
      })
    );
  }

  #isResultForPages(of: AnyNode | undefined, depth: number): boolean {
    if (of === undefined || !isFunction(of)) return false;
    const calls = this.#tracer.code.index.callersOf(of) ?? this.#callsByName(of);
    return calls?.every((call) => this.#goesToPages(call, depth)) ?? false;
  }

  /** The calls of a method, by its name; null where it is taken in another way. */
  #callsByName({ parent }: AnyNode): AnyNode[] | null {
    const name = parent?.type === 'MethodDefinition' ? writtenName(parent) : undefined;
    const reads = name === undefined ? undefined : this.#tracer.code.index.reads.get(name);
    const calls = (reads ?? []).map((read) => {
      return read.parent?.type === 'CallExpression' && read.parent.callee === read
        ? read.parent
        : undefined;
    });
    const found = calls.filter((each) => each !== undefined);
    return calls.length > 0 && found.length === calls.length ? found : null;
  }
}

const separators = /[\s"'`<>()=,;?#&|{}[\]*:!\\/]+/;

function namesIn(text: string): string[] {
  return text.split(separators);
}

/** How many arguments a function has got by `bind` before it is called; null where that can't be told. */
function boundBefore(callee: AnyNode): number | null {
  const variable = variableOf(bare(callee));
  const [value, ...others] = variable === undefined ? [] : writtenTo(variable);
  if (others.length > 0) return null;
  if (value?.type !== 'CallExpression') return 0;
  const { callee: method, arguments: given } = value;
  const isBind = method.type === 'MemberExpression' && writtenName(method) === 'bind';
  const isPlain = given.every(({ type }) => type !== 'SpreadElement');
  return isBind && isPlain ? Math.max(given.length - 1, 0) : null;
}

/** A constant text that stands in code, in small letters. */
function textOf(node: AnyNode): { node: AnyNode; text: string } | undefined {
  if (node.type === 'TemplateElement') {
    return { node, text: (node.value.cooked ?? node.value.raw).toLowerCase() };
  }
  return node.type === 'Literal' && typeof node.value === 'string'
    ? { node, text: node.value.toLowerCase() }
    : undefined;
}

/** True for a part of a path, which may lack its ending. */
function isJoined({ parent }: AnyNode): boolean {
  const call = parent?.type === 'ArrayExpression' ? parent.parent : parent;
  return call?.type === 'CallExpression' && joins.test(calledName(call) ?? '');
}

/** True where a text has the name only as the address of a script in HTML. */
function isInTag(text: string, name: string): boolean {
  const others = text.replace(/<(?:script|link)\b[^<>]*\b(?:src|href)\s*=[^<>]*>/g, '');
  return others !== text && !namesIn(others).includes(name);
}
