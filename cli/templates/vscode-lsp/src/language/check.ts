import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Parsed } from './parse';

/** Everything wrong with a text: what can't be read, names that nothing defines, names defined twice. */
export function check({ definitions, uses, diagnostics }: Parsed): Diagnostic[] {
  const defined = new Set<string>();
  const again: Diagnostic[] = [];
  for (const { name, nameRange } of definitions) {
    if (defined.has(name)) {
      const message = `'${name}' is defined before`;
      again.push({ range: nameRange, severity: DiagnosticSeverity.Warning, message });
    }
    defined.add(name);
  }
  const unknown = uses
    .filter(({ name }) => !defined.has(name))
    .map(({ name, range }): Diagnostic => {
      return { range, severity: DiagnosticSeverity.Error, message: `Nothing defines '${name}'` };
    });
  return [...diagnostics, ...again, ...unknown];
}
