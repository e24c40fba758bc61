import type {
  ArrayExpression,
  AnyNode,
  BinaryExpression,
  Identifier,
  ObjectExpression,
  TaggedTemplateExpression,
  TemplateLiteral,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { returnsOf } from '../syntax/inside-function.ts';
import { bare, type FunctionNode, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import { CallsByName } from './calls-by-name.ts';
import { FieldValues } from './field-values.ts';
import { elementsOf } from './list-texts.ts';
import { marks, oneOf, plainText } from './marks.ts';
import { ofMember } from './member-texts.ts';
import { ReadingLimit } from './reading-limit.ts';
import { spelled } from './spelling.ts';
import { readCall } from './text-calls.ts';
import { ofVariable } from './variable-texts.ts';

/** Most characters of a text. */
const mostLength = 200_000;
/** Most characters of a text with alternatives, which would grow with each that it is joined to. */
const mostVaried = 20_000;
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
  #partly = new Map<AnyNode, string>();
  /** Texts that variables have before they are assigned what is made of them. */
  readonly #assumed = new Map<Variable, string>();
  readonly #reading = new Set<AnyNode | Variable>();
  readonly #limit = new ReadingLimit();

  constructor(tracer: Tracer, files: ReadonlyMap<string, Uint8Array>) {
    this.tracer = tracer;
    this.files = files;
    this.fields = new FieldValues(tracer.code.codes.values());
    this.calls = new CallsByName(tracer.code.codes.values());
  }

  /** What reading has cost so far, in expressions. */
  get spent(): number {
    return this.#limit.spent;
  }

  /** The text of an expression, with marks. */
  of(node: AnyNode): string {
    this.#limit.begin();
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
    if (known !== undefined) return this.#bounded(known);
    if (!this.#limit.read() || this.#reading.size > mostDepth) return this.#cut(marks.made);
    // a text that is made of itself adds nothing
    if (this.#reading.has(node)) return this.#cut('');
    const before = this.#limit.cuts;
    this.#reading.add(node);
    const text = this.#bounded(this.#read(node));
    this.#reading.delete(node);
    const isWhole = this.#reading.size === 0 || this.#limit.cuts === before;
    (isWhole ? this.#known : this.#partly).set(node, text);
    return text;
  }

  #bounded(text: string): string {
    const most = text.includes('\f') ? mostVaried : mostLength;
    return text.length <= most && this.#limit.give(text) ? text : this.#cut(marks.made);
  }

  /** What stands for a text that isn't read to its end. */
  #cut(text: string): string {
    this.#limit.cuts += 1;
    return text;
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
        return ofMember(this, node);
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

  /** What code puts into properties of a name; from outside where it puts nothing there. */
  ofField(name: string | undefined): string {
    const values = name === undefined ? undefined : this.fields.of(name);
    if (values === undefined) return marks.given;
    const appended = this.fields.appended(name ?? '');
    if (values.length + appended.length > mostValues) return marks.given;
    const texts = appended.map((each) => this.read(each));
    const start = oneOf(values.map((each) => this.result(each)));
    if (texts.length === 0) return start;
    // parts of an address or a tag may come in another order, and again and again
    const isAny = texts.length > 1 && spelled(oneOf(texts)).includes(marks.made);
    return start + texts.join('') + (isAny ? marks.made : '');
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

  /** The text of a variable. */
  ofVariable(variable: Variable): string {
    const assumed = this.#assumed.get(variable);
    return assumed === undefined ? ofVariable(this, variable) : this.#cut(assumed);
  }

  /** Reads an expression that is made of a variable, whose text is another one meanwhile. */
  readWith(value: AnyNode, { variable, text }: { variable: Variable; text: string }): string {
    const partly = this.#partly;
    this.#partly = new Map();
    this.#assumed.set(variable, text);
    const found = this.read(value);
    this.#assumed.delete(variable);
    this.#partly = partly;
    return found;
  }

  /**
   * Reads what may lead back to itself, such as a list that is made of itself.
   *
   * @returns null where it does
   */
  within<T>(node: AnyNode | Variable, read: () => T): T | null {
    if (this.#reading.has(node)) {
      this.#cut('');
      return null;
    }
    this.#reading.add(node);
    const found = read();
    this.#reading.delete(node);
    return found;
  }
}
