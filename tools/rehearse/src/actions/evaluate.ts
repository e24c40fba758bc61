import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { JobResult } from './run.ts';

/** The contexts that expressions can use: `github`, `needs`, `steps` and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

type Functions = NonNullable<ConstructorParameters<typeof Evaluator>[2]>;

/** Evaluates an expression as GitHub Actions does. @returns the result as a string */
export function evaluate(expression: string, contexts: Contexts): string {
  return evaluateWith(expression, { contexts, functions: new Map() }).coerceString();
}

/** Replaces each `${{ … }}` in a text. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) =>
    evaluate(expression, contexts),
  );
}

/**
 * Evaluates an `if`. An expression without a status function also requires that earlier steps or jobs
 * succeeded.
 *
 * @param before result of the earlier steps or jobs
 */
export function evaluateIf(
  condition: string | undefined,
  { contexts, before }: { contexts: Contexts; before: readonly JobResult['result'][] },
): boolean {
  const isSuccess = before.every((result) => result === 'success');
  if (condition === undefined) return isSuccess;
  const functions = statusFunctions({
    success: isSuccess,
    failure: before.includes('failure'),
    cancelled: false,
    always: true,
  });
  const expression = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const asksStatus = /\b(?:success|failure|cancelled|always)\(/.test(expression);
  if (!asksStatus && !isSuccess) return false;
  return isTrue(evaluateWith(expression, { contexts, functions }));
}

function evaluateWith(
  expression: string,
  { contexts, functions }: { contexts: Contexts; functions: Functions },
): data.ExpressionData {
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
  const pairs = Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) }));
  return new Evaluator(parsed, new data.Dictionary(...pairs), functions).evaluate();
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver);
}

function statusFunctions(statuses: Record<string, boolean>): Functions {
  return new Map(
    Object.entries(statuses).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  );
}

function isTrue(value: data.ExpressionData): boolean {
  return !['', '0', 'false'].includes(value.coerceString());
}
