import type { AnyNode, Property, SpreadElement } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { runAddress, runTextFiles } from '../evaluated/run-texts.ts';
import { ownPaths } from '../modules/own-path.ts';
import { writtenName } from '../syntax/syntax.ts';
import type { ApiValue } from '../values/value.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

/** Handles a worker, which runs a file of the package, or a string. */
export function callWorker(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const [script, options] = call.arguments;
  const what = `${api.name}(…)`;
  const isSpread = call.arguments.some(({ type }) => type === 'SpreadElement');
  const others = optionsBesideEval(options);
  if (!isSpread && others !== null && script !== undefined && others.every(isPlainOption)) {
    const texts = tracer.code.index.strings(script);
    return void runTextFiles(tracer, { node: call, as: 'worker', texts, what });
  }
  const address = isSpread || !isPlainOptions(options) ? null : addressOf(tracer, script);
  if (address !== null) return void runAddress(tracer, call, address);
  if (isSpread || !isPlainOptions(options) || isDataUrl(script)) {
    return tracer.findings.unresolved(call, { reason: 'evaluated-code', what });
  }
  // browsers' Worker doesn't exist in an app
  if (api.id.startsWith('global:') || script === undefined) return;
  const paths = ownPaths(tracer, script);
  if (paths === null) {
    return tracer.findings.unresolved(call, { reason: 'computed-module', what });
  }
  const from = tracer.codeOf(call)?.path;
  for (const named of paths) {
    const path = tracer.code.files.fileAt(named);
    if (path === undefined || tracer.code.files.want(path, from)) continue;
    tracer.findings.unresolved(call, {
      reason: 'unreadable',
      what: `code in a file of another kind: ${path}`,
    });
  }
}

/** Options of a worker that change neither what it runs nor how it loads code. */
const plainOptions =
  /^(?:argv|credentials|name|resourceLimits|std(?:err|in|out)|trackUnmanagedFds|transferList|type|workerData)$/;

/** True for a literal without `eval`, `execArgv`, `env` with other variables, and prototypes that have them. */
function isPlainOptions(options: AnyNode | undefined): boolean {
  if (options === undefined) return true;
  if (options.type !== 'ObjectExpression') return false;
  return options.properties.every(isPlainOption);
}

function isPlainOption(option: Property | SpreadElement): boolean {
  if (option.type !== 'Property' || option.computed) return false;
  const name = writtenName(option) ?? '';
  if (name === 'eval') return option.value.type === 'Literal' && option.value.value === false;
  if (name === 'env') return isOwnEnvironment(option.value);
  return plainOptions.test(name);
}

/** The other options where one says that the worker runs a text; null where none does. */
function optionsBesideEval(options: AnyNode | undefined): (Property | SpreadElement)[] | null {
  if (options?.type !== 'ObjectExpression') return null;
  const others = options.properties.filter((option) => !isEval(option));
  return others.length === options.properties.length ? null : others;
}

function isEval(option: Property | SpreadElement): boolean {
  if (option.type !== 'Property' || option.computed || writtenName(option) !== 'eval') return false;
  return option.value.type === 'Literal' && option.value.value === true;
}

/** The address in `new URL('data:…')`, where it is known; null for anything else. */
function addressOf(tracer: Tracer, script: AnyNode | undefined): string | null {
  if (script?.type !== 'NewExpression' || builtinOf(script.callee) !== 'URL') return null;
  const [written] = script.arguments;
  const [only, ...others] = (written && tracer.code.index.strings(written)) ?? [];
  return only !== undefined && others.length === 0 && /^\s*data:/i.test(only) ? only : null;
}

/** True for the environment of the process, and `SHARE_ENV`. */
function isOwnEnvironment(node: AnyNode): boolean {
  const name = node.type === 'MemberExpression' ? writtenName(node) : undefined;
  return name === 'env' || name === 'SHARE_ENV';
}

/** True for a string or URL that begins with `data:`, even if the rest is unknown. */
function isDataUrl(node: AnyNode | undefined): boolean {
  switch (node?.type) {
    case 'Literal':
      return /^\s*data:/i.test(String(node.value));
    case 'TemplateLiteral':
      return /^\s*data:/i.test(node.quasis[0]?.value.cooked ?? '');
    case 'BinaryExpression':
      return isDataUrl(node.left);
    case 'NewExpression':
      return isDataUrl(node.arguments[0]);
    case 'CallExpression':
      return (
        node.callee.type === 'MemberExpression' && writtenName(node.callee) === 'createObjectURL'
      );
    default:
      return false;
  }
}
