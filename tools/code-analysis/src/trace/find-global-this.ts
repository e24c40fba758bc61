import type { AnyNode, ThisExpression } from 'acorn';
import { namesThatMatter } from '../apis/api-node.ts';
import { globalNames } from '../apis/api-values.ts';
import { isOnlyTested } from '../apis/api-use.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import { isStrict } from '../syntax/is-strict.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, type FunctionNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { addElement, type Value } from '../values/value.ts';
import { PlainUses } from './plain-uses.ts';
import { functionOfThis, thisesOf } from './this-of-function.ts';
import type { Tracer } from './tracer.ts';

/**
 * Finds where `this` is the global object: in functions that aren't strict, when they are called without an
 * object. At the top of a file it is the global object in a script of a page alone.
 *
 * Source: https://tc39.es/ecma262/#sec-ordinarycallbindthis
 */
export function findGlobalThis(tracer: Tracer): void {
  const plain = new PlainUses(tracer.code.index);
  const matters = new Set([...namesThatMatter(tracer.code.apis.global), ...globalNames]);
  for (const code of tracer.code.codes.values()) {
    const functions = new Set<FunctionNode>();
    for (const node of code.nodes.thises) {
      if (!isOfInterest(node, matters) || isStrict(node)) continue;
      const of = functionOfThis(node);
      if (of === 'top') tracer.add(node, tracer.apis.maybeGlobal());
      else if (of !== undefined) functions.add(of);
    }
    for (const of of functions) giveGlobal(tracer, { of, code, plain, matters });
  }
}

function giveGlobal(
  tracer: Tracer,
  at: { of: FunctionNode; code: ParsedCode; plain: PlainUses; matters: ReadonlySet<string> },
): void {
  const { of } = at;
  const isGuarded = guardedIn(tracer, of);
  const thises = thisesOf(at.code, of).filter(
    (node) => isOfInterest(node, at.matters) && !isGuarded(node),
  );
  for (const use of at.plain.of(of)) {
    if (use === 'perhaps' && thises.some(({ parent }) => parent?.type === 'ReturnStatement')) {
      // also for calls that are found later, without an object
      addElement(tracer.own.results(of), tracer.apis.maybeGlobal());
      tracer.add(of, tracer.own.function(of));
    }
    for (const node of thises) {
      if (use !== 'perhaps') tracer.add(node, globalFor(tracer, use, of));
      else if (!isOwnMember(tracer, node)) tracer.add(node, tracer.apis.maybeGlobal());
    }
  }
}

function globalFor(tracer: Tracer, call: AnyNode | 'plainly', of: FunctionNode): Value {
  const global = tracer.apis.global();
  return call === 'plainly' ? global : tracer.apis.given.by(call, of, global);
}

/** False for `this.name` where no member of the global object with that name matters. */
function isOfInterest(node: ThisExpression, matters: ReadonlySet<string>): boolean {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    const name = writtenName(parent);
    return name === undefined || matters.has(name);
  }
  return parent?.type !== 'ExpressionStatement' && !isOnlyTested(node);
}

/**
 * True for `this.name` where the code gives some object a function of that name, and for `this[name]` where it
 * gives objects properties of all those names.
 */
function isOwnMember(tracer: Tracer, { parent }: ThisExpression): boolean {
  if (parent?.type !== 'MemberExpression') return false;
  const name = writtenName(parent);
  if (name !== undefined) return tracer.code.index.functions.has(name);
  const names = tracer.namesOf(parent);
  return names?.every((each) => tracer.callees.putUnder(each).length > 0) ?? false;
}

/**
 * Tells for which `this` a constructor made sure that it is called by `new`: behind `if (!(this instanceof
 * Own)) return new Own()`, and in `this instanceof Own ? … : …`.
 */
function guardedIn(tracer: Tracer, of: FunctionNode): (node: AnyNode) => boolean {
  const isOwn = (test: AnyNode) => isOwnInstance(tracer, { test, of });
  const first = of.body.type === 'BlockStatement' ? of.body.body : [];
  const guard = first.find(
    (each) =>
      each.type === 'IfStatement' && endsThere(each.consequent) && isOwn(negated(each.test)),
  );
  return (node) => {
    if (guard !== undefined && node.start > guard.end) return true;
    for (let at = node; at.parent !== undefined && at !== of; at = at.parent) {
      const { parent } = at;
      if (parent.type !== 'IfStatement' && parent.type !== 'ConditionalExpression') continue;
      if (parent.consequent === at && isOwn(parent.test)) return true;
      if (parent.alternate === at && isOwn(negated(parent.test))) return true;
    }
    return false;
  };
}

/** True where code may define what `instanceof` does for a function; what it does for a class says nothing. */
function isInstanceRedefined(tracer: Tracer, own: AnyNode): boolean {
  const reads = tracer.code.index.reads.get('hasInstance') ?? [];
  return reads.some(({ parent }) => {
    if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') return false;
    const of =
      parent?.type === 'CallExpression'
        ? variableOf(parent.arguments[0])
        : parent?.type === 'MemberExpression'
          ? variableOf(parent.object)
          : undefined;
    const isLooked = parent?.type === 'MemberExpression' && !isTarget(parent);
    const isOther = of !== undefined && of !== variableOf(own);
    return !isOther && !isLooked && !isOnlyTestedBy(parent);
  });
}

function isOnlyTestedBy(parent: AnyNode | undefined): boolean {
  return /^(?:Logical|Binary|Unary)Expression$|^IfStatement$/.test(parent?.type ?? '');
}

function negated(test: AnyNode): AnyNode {
  const node = bare(test);
  return node.type === 'UnaryExpression' && node.operator === '!' ? bare(node.argument) : test;
}

/** True for `this instanceof Own`, where nothing else can be one. */
function isOwnInstance(tracer: Tracer, { test, of }: { test: AnyNode; of: FunctionNode }): boolean {
  const node = bare(test);
  if (node.type !== 'BinaryExpression' || node.operator !== 'instanceof') return false;
  if (node.left.type !== 'ThisExpression' || variableOf(node.right) === undefined) return false;
  const isOwn = tracer.code.index.functionsOf(node.right)?.includes(of) === true;
  return isOwn && !isInstanceRedefined(tracer, node.right) && hasPlainPrototype(tracer, node.right);
}

function endsThere(statement: AnyNode): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && endsThere(last);
  }
  return statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement';
}

/** False where a constructor gets a prototype that the global object may have as well. */
function hasPlainPrototype(tracer: Tracer, constructor: AnyNode): boolean {
  const own = variableOf(constructor);
  return (tracer.code.index.reads.get('prototype') ?? []).every((read) => {
    if (read.type !== 'MemberExpression' || variableOf(read.object) !== own) return true;
    const { parent } = read;
    if (parent?.type !== 'AssignmentExpression' || parent.left !== read) return true;
    const made = bare(parent.right);
    return /^(?:ObjectExpression|NewExpression|CallExpression)$/.test(made.type);
  });
}
