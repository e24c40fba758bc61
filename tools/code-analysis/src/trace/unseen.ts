import type { AnyNode, MemberExpression } from 'acorn';
import { permissionsIn } from '../apis/api-node.ts';
import { isOnlyTested } from '../apis/api-use.ts';
import { isInterop } from '../modules/interop.ts';
import { exportsHolder } from '../modules/bundled-modules.ts';
import {
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  writtenName,
} from '../syntax/syntax.ts';
import type { ApiValue, ExportsValue } from '../values/value.ts';
import { mayCallForeign } from '../values/foreign-methods.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/**
 * Notes which APIs enter the code, and of which a use was seen. One that is taken and that nobody is seen to
 * use went a way that the tracer doesn't know.
 */
export class UnseenApis {
  readonly #entered = new Map<ApiValue, Set<AnyNode>>();
  readonly #seen = new Set<string>();
  readonly #exports = new Map<ExportsValue, Set<AnyNode>>();

  /** Notes that an expression gives the exports of a module of the package. */
  give(node: AnyNode, exports: ExportsValue): void {
    const nodes = this.#exports.get(exports) ?? new Set();
    this.#exports.set(exports, nodes);
    nodes.add(node);
  }

  givenAt(exports: ExportsValue): Iterable<AnyNode> {
    return this.#exports.get(exports) ?? [];
  }

  /** Notes that an expression gives a whole API, or a variable holds one. */
  enter(node: AnyNode, api: ApiValue): void {
    const nodes = this.#entered.get(api) ?? new Set();
    this.#entered.set(api, nodes);
    nodes.add(node);
  }

  /** True where a whole API of that id entered. */
  hasEntered(id: string): boolean {
    return this.#entered.keys().some((api) => api.id === id);
  }

  /** Notes that a member of an API was read by names that are known, or something told of it. */
  see(api: ApiValue, names: readonly string[] = []): void {
    if (names.length > 0 && names.every((name) => leadsToSame.test(name))) return;
    this.#seen.add(rootOf(api));
  }

  /** Reports what was taken and is used nowhere. Run it when all else is traced. */
  tell(tracer: Tracer): void {
    for (const [api, nodes] of this.#entered) {
      if (this.#seen.has(rootOf(api))) continue;
      const node = [...nodes].find((each) => {
        const reads = new Reads(tracer);
        return !(isTarget(each) ? reads.isUnreadTarget(each) : reads.isUnused(each));
      });
      if (node === undefined) continue;
      const permissions = permissionsIn(api.node);
      if (permissions.length === 0) continue;
      tracer.findings.unresolved(node, { reason: 'passed-on', what: api.name, permissions });
    }
  }
}

/** Names of members that are the same API again, or of every object. */
const leadsToSame =
  /^(?:default|__esModule|__proto__|prototype|module\.exports|then|catch|finally|call|apply|bind|hasOwnProperty|constructor)$/;

function rootOf({ id }: ApiValue): string {
  return id.slice(0, id.indexOf(':') + 1);
}

/** Tells whether the value of an expression is read anywhere. */
class Reads {
  readonly #tracer: Tracer;
  readonly #looked = new Set<AnyNode>();
  /** By which call a function got it. */
  readonly #calls = new Map<FunctionNode, TracedCall>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** True for an expression whose value nothing reads; each is looked at once. */
  isUnused(node: AnyNode): boolean {
    const { parent } = node;
    if (this.#looked.has(node) || parent === undefined || isOnlyTested(node)) return true;
    this.#looked.add(node);
    switch (parent.type) {
      case 'ExpressionStatement':
        return true;
      case 'ParenthesizedExpression':
      case 'ChainExpression':
      case 'AwaitExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
        return this.isUnused(parent);
      case 'SequenceExpression':
        return parent.expressions.at(-1) !== node || this.isUnused(parent);
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== node && this.#isUnreadArgument(parent, node);
      case 'MemberExpression':
        // a key is a text
        if (parent.object !== node) return true;
        return leadsToSame.test(writtenName(parent) ?? '') && this.isUnused(parent);
      case 'ArrowFunctionExpression':
        return this.#isUnusedResult(parent);
      case 'ReturnStatement':
        return this.#isUnusedResult(enclosingFunction(parent));
      case 'VariableDeclarator':
        return this.isUnreadTarget(parent.id);
      case 'Property':
      case 'PropertyDefinition':
        return parent.value === node && this.#isUnreadProperty(parent, writtenName(parent));
      case 'AssignmentExpression':
        return this.isUnreadTarget(parent.left) && this.isUnused(parent);
      default:
        return false;
    }
  }

  /** True for an argument that no function reads which is called, or that an import helper gives back. */
  #isUnreadArgument(call: TracedCall, node: AnyNode): boolean {
    const at = call.arguments.findIndex((argument) => argument === node);
    if (this.#tracer.isKeptUnread(call)) return true;
    const { bound, callees, code } = this.#tracer;
    if (mayCallForeign(this.#tracer, call.callee)) return false;
    const functions = callees.of(call.callee) ?? code.index.functionsOf(call.callee);
    return (
      functions?.every((each) => {
        if (isInterop(each, this.#tracer)) return this.isUnused(call);
        if (bound().has(each, call.callee)) return false;
        const parameter = each.params[at];
        this.#calls.set(each, call);
        return parameter !== undefined && this.isUnreadTarget(parameter);
      }) ?? false
    );
  }

  #isUnusedResult(of: FunctionNode | undefined): boolean {
    const call = of === undefined ? undefined : this.#calls.get(of);
    return call !== undefined && this.isUnused(call);
  }

  /** True for a property that nothing reads of an object whose reads are all known. */
  #isUnreadProperty(set: AnyNode, name: string | undefined): boolean {
    const reads = name === undefined ? null : this.#tracer.closed.readsOf(set, name);
    return reads?.every((read) => this.isUnused(read)) ?? false;
  }

  /** True for a variable or export that nothing reads. */
  isUnreadTarget(target: AnyNode): boolean {
    const exports = target.type === 'MemberExpression' ? exportsOf(this.#tracer, target) : null;
    if (exports !== null) {
      return [...this.#tracer.unseen.givenAt(exports)].every((each) => this.isUnused(each));
    }
    if (target.type === 'MemberExpression') {
      return this.#isUnreadProperty(target, writtenName(target));
    }
    if (target.type !== 'Identifier' || target.variable === undefined) return false;
    if (this.#tracer.exportsOf(target.variable).length > 0) return false;
    const reads = target.variable.references.filter((reference) => reference.isRead());
    return reads.every(({ identifier }) => this.isUnused(treeIdentifier(identifier)));
  }
}

/** True for the name in an import statement, or of a parameter. */
function isTarget({ parent }: AnyNode): boolean {
  return (
    (parent?.type.startsWith('Import') === true && parent.type !== 'ImportExpression') ||
    isFunction(parent)
  );
}

/** The exports that an assignment sets: `module.exports = …`, or one of them. */
function exportsOf(tracer: Tracer, target: MemberExpression): ExportsValue | null {
  const isWhole = writtenName(target) === 'exports' && exportsHolder(tracer, target) !== null;
  return exportsHolder(tracer, isWhole ? target : target.object);
}
