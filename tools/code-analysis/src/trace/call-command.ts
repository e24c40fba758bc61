import { verdictOnCommand } from '@orchestra/core';
import { permissionsOfAddress } from '../apis/opened-address.ts';
import { plainArgument } from '../values/fold-strings.ts';
import { writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';

const what = 'vscode.commands.executeCommand';

/** Handles `registerCommand`, which makes a command the extension's own. */
export function addCommand(tracer: Tracer, call: TracedCall): void {
  tracer.commands.add(namesGiven(tracer, call));
}

/**
 * Handles `executeCommand`: one of the editor is looked up, whoever says to add it; a command of the extension
 * itself does what its function does, and any other may do anything.
 */
export function callCommand(tracer: Tracer, call: TracedCall): void {
  const names = namesGiven(tracer, call);
  if (names === null) {
    return tracer.findings.unresolved(call, { reason: 'computed-access', what: `${what}(…)` });
  }
  for (const name of names) {
    const shown = `${what}("${name.slice(0, 60)}")`;
    const is = verdictOnCommand(name) ?? (tracer.commands.has(name) ? 'harmless' : 'unresolved');
    if (typeof is !== 'string') {
      const address =
        name === 'vscode.open' ? plainArgument(call, (nameAt(call) ?? 0) + 1) : undefined;
      const asked = address === undefined ? null : permissionsOfAddress(tracer, address);
      tracer.findings.use(call, { call: shown, permissions: asked ?? is });
    } else if (is !== 'harmless') {
      tracer.findings.unresolved(call, { reason: 'unknown-effect', what: shown });
    }
  }
}

/** The names of commands that a call gives; null where that is unknown. */
function namesGiven(tracer: Tracer, call: TracedCall): string[] | null {
  const at = nameAt(call);
  const argument = at === null ? undefined : plainArgument(call, at);
  return argument === undefined ? null : tracer.code.index.strings(argument);
}

/** The position of the argument with the name; null where that is unknown. */
function nameAt({ callee }: TracedCall): number | null {
  const via = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  if (via === 'apply' || via === 'bind') return null;
  return via === 'call' ? 1 : 0;
}
