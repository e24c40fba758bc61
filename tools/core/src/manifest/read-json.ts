import { parse, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { problem, type Problem } from '../problems/problem.ts';

/** The longest manifest in UTF-16 code units; below it, the deepest nesting. */
const maxLength = 1024 * 1024;
const maxDepth = 64;

/**
 * Parses a JSON object that a person wrote. Problems name line and column.
 *
 * @param from.path the file's path, for the problems
 */
export function readJson(
  text: string,
  from: { path: string },
): { value: Record<string, unknown> | null; problems: Problem[] } {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tooLarge = checkSize(source, from.path);
  if (tooLarge !== null) return { value: null, problems: [tooLarge] };
  try {
    const value: unknown = JSON.parse(source);
    if (isRecord(value)) return { value, problems: [] };
    const found = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
    return {
      value: null,
      problems: [
        problem('manifest-invalid-json', {
          path: from.path,
          message: `Expected a JSON object; found ${found}`,
          hint: 'Write one object: { "name": … }.',
        }),
      ],
    };
  } catch {
    return { value: null, problems: locateSyntaxErrors(source, from.path) };
  }
}

/** True for a JSON object; false for arrays and null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

function checkSize(text: string, path: string): Problem | null {
  if (text.length > maxLength) {
    return problem('manifest-too-large', {
      path,
      message: `Expected at most ${maxLength} characters; found ${text.length}`,
    });
  }
  const depth = nesting(text);
  if (depth <= maxDepth) return null;
  return problem('manifest-too-large', {
    path,
    message: `Expected at most ${maxDepth} levels of nesting; found ${depth}`,
  });
}

/**
 * Deepest nesting of brackets outside strings. It is a loop, because hostile input would overflow the stack
 * of a recursive function.
 */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1));
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function locateSyntaxErrors(text: string, path: string): Problem[] {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  const { line, column } = positionAt(text, first?.offset ?? text.length);
  const reason = first === undefined ? 'Unexpected character' : explain(first);
  return [
    problem('manifest-invalid-json', {
      path: `${path}:${line}:${column}`,
      message: `Not valid JSON at line ${line}, column ${column}: ${reason}`,
    }),
  ];
}

function explain(error: ParseError): string {
  const words = printParseErrorCode(error.error).replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
