import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';

/** A name that a line gives to a value: `let width = 3`. */
export interface Definition {
  name: string;
  value: string;
  /** The whole line. */
  range: Range;
  nameRange: Range;
}

/** A place where a name is used. */
export interface Use {
  name: string;
  range: Range;
}

/** What a text says, as far as it can be understood. */
export interface Parsed {
  definitions: Definition[];
  uses: Use[];
  diagnostics: Diagnostic[];
}

const comment = /#.*$/;
const statement = /^(\s*)(let|show)(\s+)(.+?)\s*$/;
const assignment = /^([A-Za-z_]\w*)(\s*=\s*)(.+)$/;

/** Reads a text of `let NAME = VALUE` and `show VALUE`, line by line. */
export function parse(text: string): Parsed {
  const parsed: Parsed = { definitions: [], uses: [], diagnostics: [] };
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const code = withoutComment(written);
    if (code.trim() !== '') readLine(code, line, parsed);
  }
  return parsed;
}

/** A `#` in quotes begins no comment. */
function withoutComment(written: string): string {
  const unquoted = written.replaceAll(/"(?:[^"\\]|\\.)*"?/g, (quoted) => '_'.repeat(quoted.length));
  const at = unquoted.search(comment);
  return at === -1 ? written : written.slice(0, at);
}

function readLine(code: string, line: number, parsed: Parsed): void {
  const [, indent = '', keyword, gap = '', rest = ''] = statement.exec(code) ?? [];
  if (keyword === undefined) {
    const range = rangeOf(line, code.search(/\S/), code.trimEnd().length);
    parsed.diagnostics.push({
      range,
      severity: DiagnosticSeverity.Error,
      message: 'Expected let or show',
    });
    return;
  }
  const at = indent.length + keyword.length + gap.length;
  if (keyword === 'show') {
    parsed.uses.push(...findUses(rest, { line, at }));
    return;
  }
  const [, name, equals = '', value = ''] = assignment.exec(rest) ?? [];
  if (name === undefined) {
    const range = rangeOf(line, at, at + rest.length);
    parsed.diagnostics.push({
      range,
      severity: DiagnosticSeverity.Error,
      message: 'Expected NAME = VALUE',
    });
    return;
  }
  parsed.uses.push(...findUses(value, { line, at: at + name.length + equals.length }));
  parsed.definitions.push({
    name,
    value,
    range: rangeOf(line, indent.length, at + rest.length),
    nameRange: rangeOf(line, at, at + name.length),
  });
}

function findUses(expression: string, { line, at }: { line: number; at: number }): Use[] {
  const unquoted = expression.replaceAll(/"(?:[^"\\]|\\.)*"?/g, (text) => ' '.repeat(text.length));
  return [...unquoted.matchAll(/[A-Za-z_]\w*/g)].map(({ 0: name, index }) => ({
    name,
    range: rangeOf(line, at + index, at + index + name.length),
  }));
}

function rangeOf(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
