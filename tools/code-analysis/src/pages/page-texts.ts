import type {
  ArrayExpression,
  AnyNode,
  BinaryExpression,
  Identifier,
  MemberExpression,
  ObjectExpression,
  TaggedTemplateExpression,
  TemplateLiteral,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { returnsOf } from '../syntax/inside-function.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { type AnyCall, CallsByName, calledName } from './calls-by-name.ts';
import { FieldValues } from './field-values.ts';
import { elementsOf, listOf } from './list-texts.ts';
import { isConstant, marks, oneOf, plainText } from './marks.ts';
import { pieceOf, spelled } from './spelling.ts';
import { readCall } from './text-calls.ts';

/** Most expressions that are read for one text. */
const mostReads = 20_000;
/** Most expressions that are read for all texts; with more, each gets few. */
const mostInAll = 500_000;
const mostBeyond = 300;
/** Most characters of a text, its alternatives among them. */
const mostLength = 200_000;
/** Most expressions that are read inside of each other. */
const mostDepth = 200;
/** Most values of one property that are read; a property with more is everything. */
const mostValues = 60;

/**
 * Reads what text an expression gives. Parts that aren't constant are marked by where they come from. A
 * function counts with all its results, a variable and a property with all that code puts there.
 */
export class PageTexts {
  readonly tracer: Tracer;
  readonly fields: FieldValues;
  readonly calls: CallsByName;
  /** Texts of files of the package, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly #known = new Map<AnyNode, string>();
  /** Texts that lack what is being read around them, for as long as it is. */
  readonly #partly = new Map<AnyNode, string>();
  readonly #reading = new Set<AnyNode | Variable>();
  #reads = 0;
  #all = 0;
  #most = mostReads;
  /** How often reading came back to where it began, so that a text isn't whole. */
  #cuts = 0;

  constructor(tracer: Tracer, files: ReadonlyMap<string, Uint8Array>) {
    this.tracer = tracer;
    this.files = files;
    this.fields = new FieldValues(tracer.code.codes.values());
    this.calls = new CallsByName(tracer.code.codes.values());
  }

  /** The text of an expression, with marks. */
  of(node: AnyNode): string {
    this.#all += this.#reads;
    this.#most = this.#all > mostInAll ? mostBeyond : mostReads;
    this.#reads = 0;
    this.#partly.clear();
    return this.read(node);
  }

  /** The text of a node as it is written. */
  writtenAs(node: AnyNode): string {
    return this.tracer.codeOf(node)?.text.slice(node.start, node.end) ?? '';
  }

  read(written: AnyNode): string {
    const node = bare(written);
    const known = this.#known.get(node) ?? this.#partly.get(node);
    if (known !== undefined) return known;
    this.#reads += 1;
    if (this.#reads > this.#most || this.#reading.size > mostDepth) {
      this.#cuts += 1;
      return marks.made;
    }
    // a text that is made of itself adds nothing
    if (this.#reading.has(node)) return this.#cut();
    const before = this.#cuts;
    this.#reading.add(node);
    const text = this.#bounded(this.#read(node));
    this.#reading.delete(node);
    const isWhole = this.#reading.size === 0 || this.#cuts === before;
    (isWhole ? this.#known : this.#partly).set(node, text);
    return text;
  }

  /** A text with very many alternatives would grow with each that it is joined to. */
  #bounded(text: string): string {
    if (text.length <= mostLength) return text;
    this.#cuts += 1;
    return marks.made;
  }

  #cut(): string {
    this.#cuts += 1;
    return '';
  }

  #read(node: AnyNode): string {
    switch (node.type) {
      case 'Literal':
        return node.regex ? '' : plainText(String(node.value ?? ''));
      case 'TemplateLiteral':
        return this.#ofTemplate(node);
      case 'TaggedTemplateExpression':
        return this.#ofTagged(node);
      case 'BinaryExpression':
        return this.#ofOperator(node);
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'ClassExpression':
        return marks.own;
      case 'ConditionalExpression':
        return oneOf([this.read(node.consequent), this.read(node.alternate)]);
      case 'LogicalExpression':
        return oneOf([node.operator === '&&' ? '' : this.read(node.left), this.read(node.right)]);
      case 'AssignmentExpression':
        if (node.operator === '=') return this.read(node.right);
        return node.left.type === 'Identifier' ? this.read(node.left) : marks.given;
      case 'Identifier':
        return this.#ofIdentifier(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'CallExpression':
      case 'NewExpression':
        return readCall(this, node);
      case 'ArrayExpression':
        return this.elementsOf(node).join(',');
      case 'ObjectExpression':
        return this.#ofObject(node);
      default:
        return marks.given;
    }
  }

  #ofTemplate({ quasis, expressions }: TemplateLiteral): string {
    return quasis
      .map(({ value }, at) => {
        const next = expressions[at];
        return (
          plainText(value.cooked ?? value.raw) + (next === undefined ? '' : this.written(next))
        );
      })
      .join('');
  }

  #ofTagged({ tag, quasi }: TaggedTemplateExpression): string {
    const isRaw = tag.type === 'MemberExpression' && writtenName(tag) === 'raw';
    if (!isRaw) return this.#ofTemplate(quasi);
    return quasi.quasis
      .map(({ value }, at) => {
        const next = quasi.expressions[at];
        return plainText(value.raw) + (next === undefined ? '' : this.written(next));
      })
      .join('');
  }

  #ofOperator({ operator, left, right }: BinaryExpression): string {
    if (operator !== '+' || left.type === 'PrivateIdentifier') return marks.own;
    return this.written(left) + this.written(right);
  }

  /** The text that an expression is turned into: of a function, its source. */
  written(node: AnyNode): string {
    const plain = bare(node);
    const isName = variableOf(plain)?.defs[0]?.type === 'FunctionName';
    if (!isFunction(plain) && !isName) return this.read(plain);
    const functions = this.tracer.code.index.functionsOf(plain) ?? [];
    return oneOf(functions.map((each) => plainText(this.writtenAs(each))));
  }

  #ofIdentifier(node: Identifier): string {
    const { variable, name } = node;
    if (variable !== undefined) return this.ofVariable(variable);
    return /^(?:undefined|NaN|Infinity)$/.test(name) ? '' : marks.given;
  }

  /** What a variable holds: all that is assigned, and then all that is appended, in the order of the text. */
  ofVariable(variable: Variable): string {
    if (this.#reading.has(variable)) return this.#cut();
    this.#reading.add(variable);
    const text = this.#ofVariable(variable);
    this.#reading.delete(variable);
    return text;
  }

  #ofVariable(variable: Variable): string {
    const texts: string[] = variable.defs.flatMap((def) => {
      const name = treeNode(def.name);
      if (name === undefined) return [marks.given];
      if (def.type === 'FunctionName' || def.type === 'ClassName') return [marks.own];
      if (def.type === 'ImportBinding') return this.#ofImport(name);
      return this.#ofBinding(name);
    });
    if (variable.defs.length === 0) texts.push(marks.given);
    let appended = '';
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init === true) continue;
      const { parent } = treeIdentifier(reference.identifier);
      const value = treeNode(reference.writeExpr);
      if (parent?.type === 'UpdateExpression') continue;
      if (parent?.type !== 'AssignmentExpression' || value === undefined) texts.push(marks.given);
      else if (parent.operator === '+=')
        appended += this.#repeated(this.read(value), { at: parent, of: variable });
      else if (/^(?:\|\||&&|\?\?)?=$/.test(parent.operator)) texts.push(this.read(value));
    }
    const isOnlyAppended = texts.length > 1 && texts.includes('');
    return oneOf(isOnlyAppended ? texts.filter((text) => text !== '') : texts) + appended;
  }

  /**
   * A text that a loop or a function appends again and again: of single characters and parts of addresses, it
   * may spell anything.
   */
  #repeated(text: string, { at, of }: { at: AnyNode; of: Variable }): string {
    const home = treeNode(of.defs[0]?.name);
    if (home !== undefined && enclosingFunction(home) !== enclosingFunction(at))
      return spelled(text);
    for (let node = at.parent; node !== undefined && !isFunction(node); node = node.parent) {
      if (/^(?:For|While|DoWhile)/.test(node.type)) return spelled(text);
    }
    return text;
  }

  /** What is bound to a name where it is declared, also in a pattern. */
  #ofBinding(name: AnyNode): string[] {
    let from = name.parent;
    const texts: string[] = [];
    if (from?.type === 'AssignmentPattern') {
      texts.push(this.read(from.right));
      from = from.parent;
    }
    switch (from?.type) {
      case 'VariableDeclarator': {
        const loop = from.parent?.parent;
        if (loop?.type === 'ForOfStatement' && loop.left === from.parent) {
          return [...texts, oneOf(this.elementsOf(loop.right))];
        }
        if (loop?.type === 'ForInStatement') return [...texts, marks.given];
        return from.init ? [...texts, this.read(from.init)] : texts;
      }
      case 'Property':
        return [...texts, this.ofField(writtenName(from)), marks.given];
      case 'ArrayPattern':
        return [...texts, ...this.#ofArrayPattern(from)];
      default:
        return isFunction(from)
          ? [...texts, this.#ofParameter(from, name)]
          : [...texts, marks.given];
    }
  }

  /** `const [text, setText] = useState('')`: what the call is given, and what the second name is called with. */
  #ofArrayPattern(pattern: AnyNode & { type: 'ArrayPattern' }): string[] {
    const made = pattern.parent;
    const init = made?.type === 'VariableDeclarator' && made.init ? bare(made.init) : undefined;
    if (init?.type === 'ArrayExpression') return this.elementsOf(init);
    if (init?.type !== 'CallExpression') return [marks.given];
    const setter = variableOf(pattern.elements[1] ?? undefined);
    const set = (setter?.references ?? []).flatMap(({ identifier }) => {
      const use = treeIdentifier(identifier);
      const call = use.parent;
      return call?.type === 'CallExpression' && call.callee === use
        ? call.arguments.slice(0, 1)
        : [];
    });
    return [...[...init.arguments, ...set].map((each) => this.result(each)), marks.given];
  }

  /** The text of an expression; of a function, that of its results. */
  result(written: AnyNode): string {
    const node = bare(written);
    return isFunction(node) ? this.results(node) : this.read(node);
  }

  /** The texts that a function returns. */
  results(of: FunctionNode): string {
    if (of.generator) return marks.given;
    if (of.body.type !== 'BlockStatement') return this.read(of.body);
    const given = returnsOf(of).flatMap(({ argument }) => argument ?? []);
    return given.length === 0 ? '' : oneOf(given.map((each) => this.read(each)));
  }

  #ofParameter(of: FunctionNode, name: AnyNode): string {
    const at = of.params.findIndex((param) => {
      return param === name || (param.type === 'AssignmentPattern' && param.left === name);
    });
    if (at === -1) return marks.given;
    const { parent } = of;
    if (parent?.type === 'CallExpression' && parent.callee !== of)
      return this.#ofElement(parent, at);
    const calls = this.#callsOf(of);
    if (calls === null) return marks.given;
    const { isOnlyCalled, of: found } = calls;
    const given = found.map((call) => {
      const argument = call.arguments[at];
      if (call.arguments.slice(0, at + 1).some(({ type }) => type === 'SpreadElement'))
        return marks.given;
      return argument === undefined ? '' : this.read(argument);
    });
    return oneOf(isOnlyCalled && given.length > 0 ? given : [...given, marks.given]);
  }

  #callsOf(of: FunctionNode): { of: readonly AnyCall[]; isOnlyCalled: boolean } | null {
    const only = this.tracer.code.index.callersOf(of);
    if (only !== null) return { of: only, isOnlyCalled: true };
    const name = nameOf(of);
    if (name === undefined) return null;
    const found = this.calls.of(name);
    return found.length > mostValues ? null : { of: found, isOnlyCalled: false };
  }

  /** The calls of a function by its name. */
  callsOf(of: FunctionNode): readonly AnyCall[] {
    return this.#callsOf(of)?.of ?? [];
  }

  /** A parameter of a callback: an element of the list whose method is called. */
  #ofElement(call: AnyCall, at: number): string {
    const { callee } = call;
    const name = calledName(call) ?? '';
    if (callee.type !== 'MemberExpression') return marks.given;
    if (/^reduce(?:Right)?$/.test(name)) {
      // what is put together so far adds nothing to it
      if (at === 0) return '';
      return at === 1 ? oneOf(this.elementsOf(callee.object)) : marks.own;
    }
    if (/^replace(?:All)?$/.test(name)) {
      const text = this.read(callee.object);
      return isConstant(text) ? pieceOf(text) : marks.given;
    }
    if (!/^(?:map|flatMap|filter|forEach|find|some|every)$/.test(name)) return marks.given;
    return at === 0 ? oneOf(this.elementsOf(callee.object)) : marks.own;
  }

  #ofImport(name: AnyNode): string[] {
    const { parent } = name;
    if (parent?.type === 'ImportSpecifier') {
      const imported = parent.imported.type === 'Identifier' ? parent.imported.name : 'default';
      return this.fields.of(imported) === undefined ? [marks.given] : [this.ofField(imported)];
    }
    return [marks.given];
  }

  /** What code puts into properties of a name; from outside where it puts nothing there. */
  ofField(name: string | undefined): string {
    const values = name === undefined ? undefined : this.fields.of(name);
    if (values === undefined) return marks.given;
    if (values.length > mostValues) return marks.given;
    return oneOf(values.map((each) => this.result(each)));
  }

  #ofMember(node: MemberExpression): string {
    const { strings } = this.tracer.code.index;
    const written = writtenName(node);
    if (written === 'length') {
      const isOwnLength = this.literalOf(node.object)?.type === 'ObjectExpression';
      return isOwnLength ? this.ofField(written) : marks.own;
    }
    if (written === 'cspSource' && this.fields.of(written) === undefined) return marks.own;
    if (/^(?:language|machineId|sessionId|uriScheme|platform|version|arch)$/.test(written ?? '')) {
      if (this.fields.of(written ?? '') === undefined) return marks.word;
    }
    const names =
      written === undefined ? strings.call(this.tracer.code.index, node.property) : [written];
    if (names === null || names.every((name) => /^\d+$/.test(name))) {
      const list = listOf(this, node.object);
      if (list !== null) return oneOf(list);
      return this.#itemOf(node.object);
    }
    const isOwn = isOwnObject(node.object);
    return oneOf([
      ...names.map((name) => this.ofField(name)),
      ...(isOwn && names.every((name) => this.fields.of(name) !== undefined) ? [] : [marks.given]),
    ]);
  }

  /** Any character of a text, or any value of a table. */
  #itemOf(object: AnyNode): string {
    const literal = this.literalOf(object);
    if (literal?.type === 'ObjectExpression') {
      return oneOf(
        literal.properties.map((each) =>
          each.type === 'Property' ? this.result(each.value) : marks.given,
        ),
      );
    }
    const texts = this.tracer.code.index.strings(object);
    if (texts === null) return marks.given;
    return texts.every((text) => /^[\w\s-]*$/.test(text)) ? marks.own : marks.made;
  }

  #ofObject({ properties }: ObjectExpression): string {
    const given = properties.flatMap((each) => {
      if (each.type !== 'Property') return [];
      const name = writtenName(each);
      return name === 'toString' || name === 'valueOf' || each.computed
        ? [this.result(each.value)]
        : [];
    });
    return given.length === 0 ? marks.own : oneOf(given);
  }

  /** The expressions that an expression for a path is made of: arguments, and what a variable holds. */
  partsOf(written: AnyNode): AnyNode[] {
    const node = bare(written);
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        return node.arguments;
      case 'BinaryExpression':
        return node.left.type === 'PrivateIdentifier' ? [] : [node.left, node.right];
      case 'TemplateLiteral':
        return node.expressions;
      case 'ConditionalExpression':
        return [node.consequent, node.alternate];
      case 'MemberExpression':
        return (this.fields.of(writtenName(node) ?? '') ?? []).slice(0, 5);
      case 'Identifier':
        return (variableOf(node)?.references ?? []).flatMap((each) => {
          const value = each.isWrite() ? treeNode(each.writeExpr) : undefined;
          return value === undefined ? [] : [value];
        });
      default:
        return [];
    }
  }

  /** A literal list or table, also in a variable. */
  literalOf(written: AnyNode): ArrayExpression | ObjectExpression | undefined {
    const node = bare(written);
    if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') return node;
    const declarator = treeNode(variableOf(node)?.defs[0]?.name)?.parent;
    if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return undefined;
    const init = bare(declarator.init);
    return init.type === 'ArrayExpression' || init.type === 'ObjectExpression' ? init : undefined;
  }

  /** The elements of a list, or the characters of a text. */
  elementsOf(node: AnyNode): string[] {
    return elementsOf(this, node);
  }

  /**
   * Reads what may lead back to itself, such as a list that is made of itself.
   *
   * @returns null where it does
   */
  within<T>(node: AnyNode, read: () => T): T | null {
    if (this.#reading.has(node)) {
      this.#cut();
      return null;
    }
    this.#reading.add(node);
    const found = read();
    this.#reading.delete(node);
    return found;
  }
}

/** True for `this`, and for a variable that only ever holds objects that are written out. */
function isOwnObject(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'ThisExpression') return true;
  const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
  return (
    writes.length > 0 &&
    writes.every(({ writeExpr }) => treeNode(writeExpr)?.type === 'ObjectExpression')
  );
}

/** The name by which a function is called. */
function nameOf(of: FunctionNode): string | undefined {
  if (of.type !== 'ArrowFunctionExpression' && of.id) return of.id.name;
  const { parent } = of;
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property': {
      const name = writtenName(parent);
      if (name !== 'constructor') return name;
      const made = parent.parent?.parent;
      return made?.type === 'ClassDeclaration' || made?.type === 'ClassExpression'
        ? made.id?.name
        : undefined;
    }
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? writtenName(parent.left) : undefined;
    default:
      return undefined;
  }
}
