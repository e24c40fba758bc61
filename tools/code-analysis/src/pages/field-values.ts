import type { AnyNode, CallExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { nodesOf, returnsOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { isFunction, writtenName } from '../syntax/syntax.ts';

/** What code puts into properties, by their names, on any object. */
export class FieldValues {
  readonly #values = new Map<string, AnyNode[]>();
  readonly #appended = new Map<string, AnyNode[]>();

  constructor(codes: Iterable<ParsedCode>) {
    for (const code of codes) {
      for (const node of nodesOf(code)) {
        this.#read(node);
      }
    }
  }

  /** The expressions that properties of a name get; undefined where no code sets one. */
  of(name: string): readonly AnyNode[] | undefined {
    return this.#values.get(name);
  }

  /** The expressions that are appended to properties of a name, in the order of the text: `page.html += …`. */
  appended(name: string): readonly AnyNode[] {
    return this.#appended.get(name) ?? [];
  }

  #read(node: AnyNode): void {
    switch (node.type) {
      case 'Property':
        if (node.parent?.type === 'ObjectExpression') this.#add(writtenName(node), node);
        return;
      case 'PropertyDefinition':
      case 'MethodDefinition':
        this.#add(writtenName(node), node);
        return;
      case 'AssignmentExpression':
        if (node.left.type !== 'MemberExpression') return;
        this.#put(writtenName(node.left), node.right, node.operator === '+=');
        return;
      case 'CallExpression':
        this.#readCall(node);
        return;
      case 'ExportDefaultDeclaration':
        return this.#put('default', node.declaration);
      case 'ExportNamedDeclaration':
        if (node.declaration?.type !== 'VariableDeclaration') return;
        for (const { id, init } of node.declaration.declarations) {
          if (id.type === 'Identifier') this.#put(id.name, init);
        }
        return;
      default:
    }
  }

  #add(
    name: string | undefined,
    { value, kind }: { value?: AnyNode | null | undefined; kind?: string },
  ): void {
    if (!value || kind === 'set') return;
    if (kind === 'get' && isFunction(value)) {
      for (const { argument } of returnsOf(value)) this.#put(name, argument);
    } else this.#put(name, value);
  }

  /** `Object.defineProperty(x, 'name', { value })` and `Reflect.set(x, 'name', value)` */
  #readCall(call: CallExpression): void {
    const [, key, value] = call.arguments;
    if (key?.type !== 'Literal' || value === undefined) return;
    const name = builtinOf(call.callee);
    if (name === 'Reflect.set') return this.#put(String(key.value), value);
    if (!/^(?:Object|Reflect)\.defineProperty$/.test(name ?? '')) return;
    if (value.type !== 'ObjectExpression') return;
    for (const each of value.properties) {
      if (each.type !== 'Property' || writtenName(each) !== 'value') continue;
      this.#put(String(key.value), each.value);
    }
  }

  #put(name: string | undefined, value: AnyNode | null | undefined, isAppended = false): void {
    if (name === undefined || !value) return;
    const to = isAppended ? this.#appended : this.#values;
    const others = to.get(name);
    if (others === undefined) to.set(name, [value]);
    else others.push(value);
  }
}
