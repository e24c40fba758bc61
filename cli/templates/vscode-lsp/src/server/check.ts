import type { Parsed } from './parse';
import type { Diagnostic } from './protocol';

/** Everything wrong with a text: what can't be read, names that nothing defines, names defined twice. */
export function check({ definitions, uses, diagnostics }: Parsed): Diagnostic[] {
  const defined = new Set<string>();
  const again: Diagnostic[] = [];
  for (const { name, nameRange } of definitions) {
    if (defined.has(name)) {
      again.push({ range: nameRange, severity: 'warning', message: `'${name}' is defined before` });
    }
    defined.add(name);
  }
  const unknown = uses
    .filter(({ name }) => !defined.has(name))
    .map(({ name, range }): Diagnostic => {
      return { range, severity: 'error', message: `Nothing defines '${name}'` };
    });
  return [...diagnostics, ...again, ...unknown];
}
