import type { AnyNode } from 'acorn';
import { isAssigned } from '../apis/api-use.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { bare, isFunction, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { calledName } from './calls-by-name.ts';
import { judgeMarkdown } from './markdown.ts';
import { marks } from './marks.ts';
import { judgeMarkup } from './markup.ts';
import type { PageTexts } from './page-texts.ts';
import type { PageSink } from './page-sinks.ts';
import { hasStyleAddress, judgeStyle } from './style.ts';

const mostCharacters = 200_000;

/**
 * Reports constant texts with pictures, styles or scripts of servers, wherever they go: only places that show
 * nothing are harmless.
 */
export function findConstantTexts(
  tracer: Tracer,
  by: {
    texts: PageTexts;
    sinks: readonly PageSink[];
    tell: (node: AnyNode, call: string) => void;
  },
): void {
  if (!showsTexts(tracer)) return;
  const judged = new Set<AnyNode>(
    by.sinks.flatMap(({ value }) => (value === undefined ? [] : [bare(value)])),
  );
  const seen = new Set<AnyNode>();
  for (const { tree } of tracer.code.codes.values()) {
    const waiting: AnyNode[] = [tree];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      waiting.push(...nodesBelow(node));
      if (!isOfInterest(node)) continue;
      const whole = wholeText(node);
      if (seen.has(whole)) continue;
      seen.add(whole);
      const text = by.texts.of(whole);
      if (text.length > mostCharacters || !loadsFromServer(text)) continue;
      if (!new Way(by.texts, judged).isHarmless(whole)) by.tell(whole, describe(text));
    }
  }
}

/** True for code of an app that shows texts. */
function showsTexts(tracer: Tracer): boolean {
  return ['vscode', '@raycast/', '@orchestra/', 'document', 'html'].some((word) =>
    tracer.isWritten(word),
  );
}

/** Texts that may have an address in a place where it is loaded. */
function isOfInterest(node: AnyNode): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' && hasPlace(node.value);
  if (node.type !== 'TemplateLiteral') return false;
  return node.quasis.some(({ value }) => hasPlace(value.cooked ?? value.raw));
}

function hasPlace(text: string): boolean {
  return /<[a-z]|!\[|\]\(|@import|=\s*["']?$/i.test(text) || hasStyleAddress(text);
}

/** The text that a constant is a part of. */
function wholeText(node: AnyNode): AnyNode {
  let at = node;
  for (let up = node.parent; up !== undefined; up = up.parent) {
    const isPart =
      up.type === 'TemplateLiteral' ||
      up.type === 'ParenthesizedExpression' ||
      (up.type === 'BinaryExpression' && up.operator === '+');
    if (!isPart) break;
    at = up;
  }
  return at;
}

function loadsFromServer(text: string): boolean {
  if (/<[a-z]/i.test(text) && judgeMarkup(asText(text)).loads === 'remote') return true;
  if (/!\[/.test(text) && judgeMarkdown(text) === 'remote') return true;
  return hasStyleAddress(text) && judgeStyle(text) === 'remote';
}

/** Markdown in code is no tag: unknown parts aren't either. */
function asText(text: string): string {
  return text.replaceAll(marks.made, marks.given);
}

function describe(text: string): string {
  return /!\[/.test(text) ? 'Markdown with a picture' : 'HTML with an address';
}

/** Calls that show nothing of a text: they write, compare or log it, or put it into a document. */
const harmlessCalls =
  /^(?:insert|insertText|replace|replaceAll|insertSnippet|SnippetString|appendText|appendPlaceholder|appendVariable|TextEdit|write|writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync|writeText|copy|log|warn|error|info|debug|trace|append|appendLine|test|match|matchAll|exec|includes|startsWith|endsWith|indexOf|lastIndexOf|split|search|equal|strictEqual|deepEqual|ok|Error|TypeError|RangeError|SyntaxError|RegExp|describe|it|expect|registerCommand|postMessage|encode|createHash|update|stringify|end|send|sendText|appendCodeblock|trim|slice|from)$/;

const mostWays = 200;

/** Follows a text to where it goes. */
class Way {
  readonly #texts: PageTexts;
  readonly #judged: ReadonlySet<AnyNode>;
  readonly #seen = new Set<AnyNode>();

  constructor(texts: PageTexts, judged: ReadonlySet<AnyNode>) {
    this.#texts = texts;
    this.#judged = judged;
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
      case 'ThrowStatement':
      case 'UnaryExpression':
      case 'IfStatement':
        return true;
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
    const reads = name === undefined ? undefined : this.#texts.tracer.code.index.reads.get(name);
    if (reads === undefined || reads.length > 20) return false;
    const others = reads.filter((read) => read.type !== 'MemberExpression' || !isAssigned(read));
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
    const named = this.#texts.callsOf(of);
    return named.length > 0 && named.length < 20 && named.every((call) => this.isHarmless(call));
  }

  #isHarmlessCall(
    call: AnyNode & { type: 'CallExpression' | 'NewExpression' },
    node: AnyNode,
  ): boolean {
    const name = calledName(call) ?? '';
    if (call.callee === node) return this.isHarmless(call);
    if (name === 'push' || name === 'unshift') {
      const { callee } = call;
      return callee.type === 'MemberExpression' && this.#isHarmlessTarget(callee.object);
    }
    if (/^(?:replace|replaceAll|concat|join)$/.test(name)) return this.isHarmless(call);
    if (harmlessCalls.test(name)) return true;
    const functions = this.#texts.tracer.code.index.functionsOf(call.callee);
    const at = call.arguments.findIndex((argument) => argument === node);
    if (functions === null || functions.length === 0 || at === -1) return false;
    return functions.every((each) => {
      const parameter = each.params[at];
      return parameter !== undefined && this.#isHarmlessTarget(parameter);
    });
  }
}
