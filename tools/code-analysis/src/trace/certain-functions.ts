import type { AnyNode, AssignmentProperty, MemberExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import type { Tracer } from './tracer.ts';

/** Names of built-in functions and constructors of the language and of Node. */
const builtins =
  /^(?:Object|Array|String|Number|Boolean|Symbol|Promise|Map|Set|Date|RegExp|\w*Error)(?:\.\w+)*$(?<!\.prototype)|^(?:Function(?:\.prototype)?|parse(?:Int|Float)|isNaN|require|eval|fetch|structuredClone|queueMicrotask|set(?:Timeout|Interval|Immediate))$|^(?:Math|JSON|Reflect|console)\.\w+$/;

/** Methods that every object has. */
const objectMethods =
  /^(?:toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|constructor)$/;

const mostDepth = 8;

/** True for an expression that is certainly a function, so that its constructor makes functions of texts. */
export function isCertainlyFunction(tracer: Tracer, written: AnyNode, depth = 0): boolean {
  if (depth > mostDepth) return false;
  const node = bare(written);
  const next = depth + 1;
  if (isFunction(node) || node.type === 'ClassExpression') return true;
  if (builtins.test(builtinOf(node) ?? '')) return true;
  switch (node.type) {
    case 'Identifier':
      return isFunctionVariable(tracer, node, next);
    case 'CallExpression': {
      const [of] = node.arguments;
      const isPrototype = /^(?:Object|Reflect)\.getPrototypeOf$/.test(builtinOf(node.callee) ?? '');
      return isPrototype && of !== undefined && isCertainlyFunction(tracer, of, next);
    }
    case 'MemberExpression': {
      const name = writtenName(node) ?? '';
      if (name === '__proto__') return isCertainlyFunction(tracer, node.object, next);
      if (isConstructorName(tracer, node)) return true;
      return isLiteral(node.object) || (objectMethods.test(name) && isObject(node.object));
    }
    default:
      return false;
  }
}

function isFunctionVariable(tracer: Tracer, node: AnyNode, depth: number): boolean {
  if ((tracer.code.index.functionsOf(node) ?? []).length > 0) return true;
  const variable = variableOf(node);
  const [def] = variable?.defs ?? [];
  if (def?.type === 'ClassName' || def?.type === 'FunctionName') return true;
  const parameter = parameterOf(variable);
  if (parameter !== null) {
    return (tracer.code.index.callersOf(parameter.of) ?? []).some((call) => {
      const given = call.arguments[parameter.at];
      return given !== undefined && isCertainlyFunction(tracer, given, depth);
    });
  }
  const made = treeNode(def?.name)?.parent;
  if (made?.type !== 'VariableDeclarator' || made.id.type !== 'Identifier' || !made.init) {
    return false;
  }
  return isCertainlyFunction(tracer, made.init, depth);
}

/** True for a member or a property of a pattern that is surely named `constructor`. */
export function isConstructorName(
  tracer: Tracer,
  node: MemberExpression | AssignmentProperty,
): boolean {
  return tracer.namesOf(node)?.includes('constructor') ?? false;
}

function isLiteral(written: AnyNode): boolean {
  return /^(?:Literal|ArrayExpression|TemplateLiteral)$/.test(bare(written).type);
}

function isObject(written: AnyNode): boolean {
  return bare(written).type === 'ObjectExpression';
}
