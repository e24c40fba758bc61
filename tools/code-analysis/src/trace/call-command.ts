import { verdictOnCommand } from '../apis/editor-commands.ts';
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
    if (typeof is !== 'string') tracer.findings.use(call, { call: shown, permissions: is });
    else if (is !== 'harmless') {
      tracer.findings.unresolved(call, { reason: 'unknown-effect', what: shown });
    }
  }
}

/** The names of commands that a call gives; null where that is unknown. */
function namesGiven(tracer: Tracer, call: TracedCall): string[] | null {
  const { callee } = call;
  const via = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  if (via === 'apply' || via === 'bind') return null;
  const argument = plainArgument(call, via === 'call' ? 1 : 0);
  return argument === undefined ? null : tracer.code.index.strings(argument);
}
