import type { AnyNode, ClassBody, ClassDeclaration, ClassExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isAssigned } from '../apis/api-use.ts';
import { builtinOf } from '../apis/builtins.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { returnsOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf } from '../syntax/variables.ts';
import type { Callees } from './callees.ts';
import { placeInClass } from './place-in-class.ts';
import { takenFrom } from './taken-items.ts';

const mostDepth = 8;

/** Most expressions that are looked at for one read. */
const mostSteps = 200;

/** Reads of properties by names that nobody knows, by the objects that they may read. */
export class ComputedReads {
  readonly #index: CodeIndex;
  readonly #callees: Callees;
  readonly #codes: Iterable<ParsedCode>;
  readonly #known = new Map<unknown, readonly AnyNode[]>();
  #reads: Map<AnyNode, Set<AnyNode>> | undefined;
  #steps = 0;

  constructor(of: { index: CodeIndex; callees: Callees; codes: Iterable<ParsedCode> }) {
    this.#index = of.index;
    this.#callees = of.callees;
    this.#codes = of.codes;
  }

  /**
   * The reads of an object: `make()[name]`, `this.parts[name]`, and descriptors of its properties.
   *
   * @param object a literal; a class for its instances, and its body for the class itself
   */
  of(object: AnyNode): Iterable<AnyNode> {
    this.#reads ??= this.#find();
    return this.#reads.get(object) ?? [];
  }

  /**
   * What takes a value that is assigned to a property of an object: its setters of names that nobody knows, or
   * a `Proxy`, whose trap may take it.
   */
  takersOf(object: AnyNode): AnyNode[] {
    this.#steps = 0;
    return this.#objects(object, 0).flatMap((each): AnyNode[] => {
      if (each.type === 'NewExpression') return [each];
      const of = each.type === 'ClassBody' ? each : isClass(each) ? each.body : each;
      const members = of.type === 'ObjectExpression' ? of.properties : isBody(of) ? of.body : [];
      return members.flatMap((member) => {
        const isSetter =
          (member.type === 'Property' || member.type === 'MethodDefinition') &&
          member.kind === 'set' &&
          writtenName(member) === undefined;
        return isSetter ? [member.value] : [];
      });
    });
  }

  #find(): Map<AnyNode, Set<AnyNode>> {
    const reads = new Map<AnyNode, Set<AnyNode>>();
    const add = (read: AnyNode, of: AnyNode) => {
      this.#steps = 0;
      for (const object of this.#objects(of, 0)) {
        reads.set(object, (reads.get(object) ?? new Set()).add(read));
      }
    };
    for (const { nodes } of this.#codes) {
      for (const node of nodes.members) {
        if (node.type !== 'MemberExpression' || writtenName(node) !== undefined) continue;
        if (!isAssigned(node) && this.#index.strings(node.property) === null)
          add(node, node.object);
      }
      for (const call of nodes.calls) {
        const [of] = call.arguments;
        if (of !== undefined && describes.test(builtinOf(call.callee) ?? '')) add(call, of);
      }
    }
    return reads;
  }

  /** The literals and classes that an expression may be, as far as they are known. */
  #objects(written: AnyNode, depth: number): readonly AnyNode[] {
    this.#steps += 1;
    if (depth > mostDepth || this.#steps > mostSteps) return [];
    const node = bare(written);
    const all = (nodes: readonly (AnyNode | null | undefined)[]) =>
      nodes.flatMap((each) => (each ? this.#objects(each, depth + 1) : []));
    switch (node.type) {
      case 'ObjectExpression':
        return [node];
      case 'ClassDeclaration':
      case 'ClassExpression':
        return [node.body];
      case 'ThisExpression': {
        const place = placeInClass(node);
        return place === undefined ? [] : [place.isStatic ? place.of.body : place.of];
      }
      case 'NewExpression':
        return builtinOf(node.callee) === 'Proxy'
          ? [node, ...all([node.arguments[0]])]
          : this.#objects(node.callee, depth + 1).flatMap(({ parent }) => instancesOf(parent));
      case 'ConditionalExpression':
        return all([node.consequent, node.alternate]);
      case 'LogicalExpression':
        return all([node.left, node.right]);
      case 'AssignmentExpression':
        return all([node.right]);
      case 'Identifier': {
        const { variable } = node;
        if (variable === undefined) return [];
        return this.#once(variable, () => this.#ofVariable(variable, depth));
      }
      case 'MemberExpression': {
        const items = takenFrom(node, this.#index.changed);
        const name = writtenName(node);
        if (items !== null) return all(items);
        if (name === undefined) return [];
        return this.#once(name, () => all(this.#callees.putUnder(name)));
      }
      case 'CallExpression': {
        const items = takenFrom(node, this.#index.changed);
        if (items !== null) return all(items);
        if (/^(?:Object|Reflect)\.\w+$|^structuredClone$/.test(builtinOf(node.callee) ?? '')) {
          return all(node.arguments);
        }
        const functions = this.#callees.of(node.callee) ?? [];
        return all(
          functions.flatMap((of) =>
            of.body.type === 'BlockStatement'
              ? returnsOf(of).map(({ argument }) => argument)
              : [of.body],
          ),
        );
      }
      default:
        return [];
    }
  }

  /** Finds what is asked for once. What leads to itself adds nothing. */
  #once(of: Variable | string, find: () => AnyNode[]): readonly AnyNode[] {
    const known = this.#known.get(of);
    if (known !== undefined) return known;
    this.#known.set(of, []);
    const found = [...new Set(find())];
    this.#known.set(of, found);
    return found;
  }

  #ofVariable(variable: Variable, depth: number): AnyNode[] {
    const parameter = parameterOf(variable);
    const given =
      parameter === null || parameter.at === -1
        ? []
        : (this.#index.callersOf(parameter.of) ?? []).map((call) => call.arguments[parameter.at]);
    const written = variable.references.flatMap((reference) => {
      const { parent } = treeIdentifier(reference.identifier);
      const isPlain =
        parent?.type === 'AssignmentExpression' ||
        (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier');
      return reference.isWrite() && isPlain ? [treeNode(reference.writeExpr)] : [];
    });
    const [def] = variable.defs;
    const declared = def?.type === 'ClassName' ? [treeNode(def.node)] : [];
    return [...given, ...written, ...declared].flatMap((each) => {
      return each === undefined ? [] : this.#objects(each, depth + 1);
    });
  }
}

function isClass(node: AnyNode): node is ClassDeclaration | ClassExpression {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

function isBody(node: AnyNode): node is ClassBody {
  return node.type === 'ClassBody';
}

/** Functions whose results hold a property of their first argument. */
const describes =
  /^(?:Object|Reflect)\.getOwnPropertyDescriptors?$|^Object\.(?:values|entries)$|^Reflect\.get$/;

/** A class and those that it inherits from stand for its instances. */
function instancesOf(of: AnyNode | undefined, depth = 0): AnyNode[] {
  if (of === undefined || !isClass(of)) return [];
  const base = of.superClass && bare(of.superClass);
  const [def] = base?.type === 'Identifier' ? (base.variable?.defs ?? []) : [];
  const above = depth > mostDepth ? undefined : def && treeNode(def.node);
  return [of, ...instancesOf(above, depth + 1)];
}
