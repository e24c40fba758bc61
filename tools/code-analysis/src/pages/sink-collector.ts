import type { AnyNode } from 'acorn';
import type { PageMember } from '@orchestra/core';
import { bare, treeNode } from '../syntax/syntax.ts';
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
