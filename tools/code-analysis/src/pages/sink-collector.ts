import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { PageMember } from '@orchestra/core';
import { isTarget } from '../syntax/changed-builtins.ts';
import { bare, treeNode } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { Tracer } from '../trace/tracer.ts';
import type { Value } from '../values/value.ts';
import { calledName } from './calls-by-name.ts';
import { holds, toSet } from './page-members.ts';

/** A place where code gives a page, or the app, a text that is shown. */
export interface PageSink {
  node: AnyNode;
  member: PageMember;
  /** The name that it has there: `innerHTML`. */
  name: string;
  /** What is given; undefined where that can't be told. */
  value: AnyNode | undefined;
  /** The object whose member it is. */
  of?: AnyNode;
  /** The element that gets it, where code names one. */
  tag?: string | undefined;
  /** The attribute that is set; undefined where that can't be told. */
  attribute?: string | undefined;
}

/** Collects places where a text goes to a page or to the app. */
export class SinkCollector {
  readonly found: PageSink[] = [];
  readonly tracer: Tracer;
  #keeps: boolean | undefined;
  #holders: ReadonlySet<Variable> | undefined;

  constructor(tracer: Tracer) {
    this.tracer = tracer;
  }

  add(sink: PageSink): void {
    this.found.push(sink);
  }

  /** A property of a page's object whose name can't be told. */
  addAny(node: AnyNode, { value, of }: { value: AnyNode | undefined; of: AnyNode }): void {
    for (const name of ['innerHTML', 'html']) {
      const member = toSet.get(name);
      if (member !== undefined) this.add({ node, member, name: '[…]', value, of });
    }
  }

  /** A page, or what comes out of a list or a map in code that keeps pages in one. */
  mayBeHeld(of: AnyNode): boolean {
    return this.isWebview(of) || (this.#keepsPages() && isTakenOut(of));
  }

  /** True for a page of the extension, and for a collection or an object that one was put into. */
  holdsPage(node: AnyNode): boolean {
    if (this.isWebview(node)) return true;
    const written = bare(node);
    if (written.type === 'ObjectExpression') {
      return written.properties.some((each) => {
        return each.type === 'Property' && this.holdsPage(each.value);
      });
    }
    const variable = variableOf(written);
    this.#holders ??= this.#findHolders();
    return variable !== undefined && this.#holders.has(variable);
  }

  /** The variables whose collection or object gets a page: `list.push(page)`, `object.page = page`. */
  #findHolders(): ReadonlySet<Variable> {
    const holders = new Set<Variable>();
    const hold = (of: AnyNode | undefined) => {
      const variable = variableOf(of);
      if (variable !== undefined) holders.add(variable);
    };
    const all = [...this.tracer.code.codes.values()].map(({ nodes }) => nodes);
    for (const { calls, members } of all) {
      for (const call of calls) {
        const { callee } = call;
        if (callee.type !== 'MemberExpression' || !holds.test(calledName(call) ?? '')) continue;
        if (call.arguments.some((each) => this.isWebview(each))) hold(callee.object);
      }
      for (const member of members) {
        if (member.type !== 'MemberExpression' || !isTarget(member)) continue;
        const { parent } = member;
        if (parent?.type !== 'AssignmentExpression' || !this.isWebview(parent.right)) continue;
        hold(member.object);
      }
    }
    return holders;
  }

  #keepsPages(): boolean {
    this.#keeps ??= [...this.tracer.code.codes.values()].some(({ nodes }) =>
      nodes.calls.some((call) => {
        return (
          holds.test(calledName(call) ?? '') && call.arguments.some((each) => this.isWebview(each))
        );
      }),
    );
    return this.#keeps;
  }

  /** True for what may be a page of the extension, or a list with one. */
  isWebview(node: AnyNode): boolean {
    const seen = new Set<Value>(); // a list may hold itself
    const isPage = (value: Value): boolean => {
      if (value.kind === 'api') return value.node.isPage;
      if (value.kind !== 'list' || value.isTable === true || seen.has(value)) return false;
      seen.add(value);
      return [...value.elements].some(isPage);
    };
    return [...this.tracer.valuesOf(bare(node))].some(isPage);
  }
}

/** True for what a list or a map gives back. */
function isTakenOut(written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 4) return false;
  switch (node.type) {
    case 'CallExpression':
      return /^(?:get|values|next|pop|shift|find|at|deref)$/.test(calledName(node) ?? '');
    case 'MemberExpression':
      return isTakenOut(node.object, depth + 1);
    case 'Identifier': {
      const declarator = treeNode(node.variable?.defs[0]?.name)?.parent;
      if (declarator?.type !== 'VariableDeclarator') return false;
      if (declarator.parent?.parent?.type === 'ForOfStatement') return true;
      return declarator.init ? isTakenOut(declarator.init, depth + 1) : false;
    }
    default:
      return false;
  }
}
