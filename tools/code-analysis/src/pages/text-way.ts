import type { AnyNode } from 'acorn';
import { isFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { isOfAction } from './action-properties.ts';
import { calledName } from './calls-by-name.ts';
import { isPageObject } from './page-reach.ts';
import type { PageTexts } from './page-texts.ts';
import { callsOf } from './parameter-texts.ts';

/** Calls that show nothing of a text: they write, compare or log it, or put it into a document. */
const harmlessCalls =
  /^(?:insert|insertText|replace|replaceAll|insertSnippet|SnippetString|appendText|appendPlaceholder|appendVariable|TextEdit|write|writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync|writeText|copy|log|warn|error|info|debug|trace|appendLine|test|match|matchAll|exec|includes|startsWith|endsWith|indexOf|lastIndexOf|split|search|equal|strictEqual|deepEqual|ok|Error|TypeError|RangeError|SyntaxError|RegExp|describe|it|expect|registerCommand|postMessage|encode|createHash|update|stringify|end|send|sendText|appendCodeblock|trim|slice|from)$/;

/** Calls that take an address and load nothing by it, or are told already where they do. */
const harmlessForAddresses =
  /^(?:fetch|axios|get|post|put|patch|request|useFetch|useStreamJSON|open|openExternal|OpenInBrowser|WebSocket|EventSource|XMLHttpRequest|sendBeacon|importScripts|createElementNS|getElementsByTagNameNS|setAttributeNS|getAttributeNS|hasAttributeNS|removeAttributeNS|createDocument|getAvatarIcon|getFavicon|DocumentLink)$/;

/** Properties that show an address as text, or hold one for people to open. */
const shownAsText =
  /^(?:textContent|innerText|title|subtitle|text|label|detail|description|tooltip|placeholder|message|alt|name|id|key|target|arguments|ariaLabel|hash|xmlns|namespaceURI|documentation|homepage|repository|bugs|keywords|defaultValue|searchBarPlaceholder|navigationTitle)$/;

const mostWays = 200;

/** Follows a text to where it goes. */
export class TextWay {
  readonly #texts: PageTexts;
  readonly #judged: ReadonlySet<AnyNode>;
  readonly #isText: boolean;
  readonly #seen = new Set<AnyNode>();

  /**
   * @param of.judged expressions that are judged by themselves
   * @param of.isAddress true for an address alone, which is harmless as a text that people read
   */
  constructor(texts: PageTexts, of: { judged: ReadonlySet<AnyNode>; isAddress: boolean }) {
    this.#texts = texts;
    this.#judged = of.judged;
    this.#isText = !of.isAddress;
  }

  /** True where nothing shows the text, or where what shows it is judged by itself. */
  isHarmless(node: AnyNode): boolean {
    if (this.#judged.has(node)) return true;
    if (this.#seen.has(node)) return true;
    this.#seen.add(node);
    if (this.#seen.size > mostWays) return false;
    const { parent } = node;
    switch (parent?.type) {
      case 'ExpressionStatement':
      case 'SwitchCase':
      case 'SwitchStatement':
      case 'UnaryExpression':
      case 'IfStatement':
        return true;
      case 'ThrowStatement':
        // an address is caught as what it is
        return this.#isText;
      case 'BinaryExpression':
        return parent.operator === '+' ? this.isHarmless(parent) : true;
      case 'TemplateLiteral':
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'AwaitExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'SequenceExpression':
        return this.isHarmless(parent);
      case 'VariableDeclarator':
        return parent.init === node && this.#isHarmlessTarget(parent.id);
      case 'AssignmentExpression':
        if (parent.right !== node) return true;
        return this.#isHarmlessTarget(parent.left) && this.isHarmless(parent);
      case 'MemberExpression':
        return parent.object === node ? this.isHarmless(parent) : true;
      case 'Property':
        if (isOfAction(parent)) return true;
        return this.#isHarmlessField(writtenName(parent));
      case 'PropertyDefinition':
        return this.#isHarmlessField(writtenName(parent));
      case 'ReturnStatement':
        return this.#isHarmlessResult(parent);
      case 'ArrowFunctionExpression':
        return parent.body === node && this.#isHarmlessFunction(parent);
      case 'CallExpression':
      case 'NewExpression':
        return this.#isHarmlessCall(parent, node);
      default:
        return false;
    }
  }

  #isHarmlessTarget(target: AnyNode): boolean {
    if (target.type === 'MemberExpression') return this.#isHarmlessField(writtenName(target));
    if (target.type !== 'Identifier' || target.variable === undefined) return false;
    return target.variable.references.every((reference) => {
      return !reference.isRead() || this.isHarmless(treeIdentifier(reference.identifier));
    });
  }

  /** A property is harmless where all that reads one of its name is. */
  #isHarmlessField(name: string | undefined): boolean {
    if (name !== undefined && !this.#isText && shownAsText.test(name)) return true;
    const reads = name === undefined ? undefined : this.#texts.tracer.code.index.reads.get(name);
    if (reads === undefined || reads.length > 20) return false;
    const others = reads.filter((read) => {
      return read.type !== 'MemberExpression' || !(isSet(read) || isPutBack(read, name));
    });
    // what no code reads, the app reads
    return (
      others.length > 0 &&
      others.every((read) => {
        return read.type === 'MemberExpression'
          ? this.isHarmless(read)
          : this.#isHarmlessTarget(read.value);
      })
    );
  }

  #isHarmlessResult(node: AnyNode): boolean {
    for (let at = node.parent; at !== undefined; at = at.parent) {
      if (isFunction(at)) return this.#isHarmlessFunction(at);
    }
    return false;
  }

  #isHarmlessFunction(of: AnyNode): boolean {
    if (!isFunction(of)) return false;
    const { parent } = of;
    // a callback: what it gives goes to the list
    if (parent?.type === 'CallExpression' && parent.callee !== of) {
      return calledName(parent) === 'map'
        ? this.isHarmless(parent)
        : this.#isHarmlessCall(parent, of);
    }
    const calls = this.#texts.tracer.code.index.callersOf(of);
    if (calls !== null) return calls.length > 0 && calls.every((call) => this.isHarmless(call));
    const named = callsOf(this.#texts, of);
    return named.length > 0 && named.length < 20 && named.every((call) => this.isHarmless(call));
  }

  #isHarmlessCall(
    call: AnyNode & { type: 'CallExpression' | 'NewExpression' },
    node: AnyNode,
  ): boolean {
    const name = calledName(call) ?? '';
    if (call.callee === node) return this.isHarmless(call);
    // a style sheet has one as well: `sheet.replace(text)`
    if (name === 'replace' && call.arguments.length === 1) return false;
    const isOfPage = call.callee.type === 'MemberExpression' && isPageObject(call.callee.object);
    if (isOfPage && /^write(?:ln)?$/.test(name)) return false;
    if (name === 'push' || name === 'unshift') {
      const { callee } = call;
      return callee.type === 'MemberExpression' && this.#isHarmlessTarget(callee.object);
    }
    if (/^(?:replace|replaceAll|concat|join)$/.test(name)) return this.isHarmless(call);
    if (harmlessCalls.test(name)) return true;
    if (!this.#isText && harmlessForAddresses.test(name)) return true;
    const functions = this.#texts.tracer.code.index.functionsOf(call.callee);
    const at = call.arguments.findIndex((argument) => argument === node);
    if (functions === null || functions.length === 0 || at === -1) return false;
    return functions.every((each) => {
      const parameter = each.params[at];
      return parameter !== undefined && this.#isHarmlessTarget(parameter);
    });
  }
}

/** True where a property is read for what it is set to next: `page.text = page.text + more`. */
function isPutBack(read: AnyNode, name: string | undefined): boolean {
  for (let node = read; node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'AssignmentExpression') {
      const { left } = parent;
      return (
        node === parent.right && left.type === 'MemberExpression' && writtenName(left) === name
      );
    }
    if (isFunction(parent) || parent.type.endsWith('Statement')) return false;
  }
  return false;
}

/** True for a property that is set, also by an operator such as `+=`. */
function isSet({ parent, ...node }: AnyNode): boolean {
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left.start === node.start &&
    parent.left.end === node.end
  );
}
