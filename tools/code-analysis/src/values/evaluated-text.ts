import type { AnyNode, Identifier } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { isAssigned } from '../apis/api-use.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { hasNamesOnly } from '../syntax/names-only.ts';
import { parseCode } from '../syntax/parse-code.ts';
import { bare, isNode, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';

const mostCharacters = 2000;

/** Globals that every engine has, and that lead to nothing else. */
const harmless =
  /^(?:arguments|undefined|NaN|Infinity|Array|String|Number|Boolean|Symbol|Math|JSON|Promise|(?:Weak)?(?:Map|Set)|\w*Error|RegExp|Date)$/;

/**
 * True for `new Function('a', 'return a + 1')` and its like, if the code is known and uses nothing but its
 * parameters. Only parameter names may be unknown, because some libraries generate them for functions of any
 * length.
 */
export function isHarmlessText(index: CodeIndex, call: TracedCall): boolean {
  const stub = new TextWithStubs(index);
  const texts = call.arguments.map((argument) => stub.textOf(argument));
  if (texts.includes(null)) return false;
  const body = texts.pop() ?? '';
  const text = `(function (${texts.join(',')}) {${body}\n})`;
  if (text.length > mostCharacters) return false;
  try {
    const { tree, unbound } = parseCode('', text);
    return [...unbound].every(isHarmless) && !nodesOf(tree).some(isWayOut);
  } catch {
    return false;
  }
}

/** Builds the code from a string expression, with a placeholder for each part that can only be a name. */
class TextWithStubs {
  readonly #index: CodeIndex;
  #unknown = 0;

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  /** The code; null where it may be anything. */
  textOf(written: AnyNode): string | null {
    const node = bare(written);
    const texts = this.#index.strings(node);
    if (texts?.length === 1) return texts[0] ?? null;
    if (node.type === 'BinaryExpression' && node.operator === '+') {
      const left = this.textOf(node.left);
      const right = left === null ? null : this.textOf(node.right);
      return right === null ? null : `${left}${right}`;
    }
    if (!hasNamesOnly(this.#index, node)) return null;
    this.#unknown += 1;
    return `__unknown${this.#unknown}__`;
  }
}

function isHarmless([name, uses]: [string, Identifier[]]): boolean {
  return harmless.test(name) || uses.every(isAssigned);
}

function nodesOf(tree: AnyNode): AnyNode[] {
  const found = [tree];
  for (const node of found) {
    for (const key of KEYS[node.type] ?? []) {
      const child: unknown = Reflect.get(node, key);
      for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) found.push(each);
    }
  }
  return found;
}

/** True for a node that may lead to the global object, or run code. */
function isWayOut(node: AnyNode): boolean {
  switch (node.type) {
    case 'ThisExpression':
      return !isHandedOn(node);
    case 'MemberExpression':
      // any other property read of a parameter would go unnoticed
      return !/^(?:call|apply|length)$/.test(writtenName(node) ?? '');
    case 'ImportExpression':
    case 'MetaProperty':
    case 'ObjectPattern':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'WithStatement':
      return true;
    default:
      return false;
  }
}

/** True for `run.apply(this, arguments)`. */
function isHandedOn(node: AnyNode): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node) return false;
  const { callee } = parent;
  return callee.type === 'MemberExpression' && /^(?:call|apply)$/.test(writtenName(callee) ?? '');
}
