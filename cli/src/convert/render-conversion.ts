import { count, plain, type Style } from '@orchestra/terminal';
import { renderDiff } from '../render/render-diff.ts';
import { renderNeeds } from '../render/render-needs.ts';
import { renderSection } from '../render/render-section.ts';
import { renderUnresolved } from '../render/render-unresolved.ts';
import { renderUnsupported } from '../render/render-unsupported.ts';
import type { Conversion, FoundCode } from './conversion.ts';

/**
 * Renders a conversion: the changes with reasons, the permissions, unsupported features, and what is left to
 * do.
 */
export function renderConversion(conversion: Conversion, style: Style): string {
  const { changes, code, analysis, unsupported, todo } = conversion;
  const blocks = [
    changes.length === 0 ? '' : diffOf(conversion, style),
    renderSection('Why', {
      rows: changes.map(({ path, reason }) => [path.slice(1), reason]),
      style,
    }),
    renderSection('Bundled', { rows: code.bundled.map(sayBundled), style }),
    needs(conversion, style),
    renderUnresolved(analysis?.unresolved ?? [], { style }),
    renderUnsupported(unsupported, { style }),
    renderSection('Left to do', { rows: todo.map((text, nth) => [`${nth + 1}. ${text}`]), style }),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Says of a field that names a source what it names in the package, and why. */
function sayBundled({ field, source, output }: FoundCode['bundled'][number]): string[] {
  const why = source.endsWith('.js')
    ? 'because it lies in src/, where sources are'
    : 'because the app runs JavaScript alone';
  return [
    field,
    `stays "${source}" here; in the package it is "${output}", which check, pack and publish bundle from it, ${why}`,
  ];
}

function diffOf({ foreign, text }: Conversion, style: Style): string {
  return renderDiff('package.json', { before: foreign.text, after: text, style });
}

function needs({ analysis, code }: Conversion, style: Style): string {
  const said = `${style.bold('What the code needs')}\n  ${plain(sayCode(code))}`;
  if (analysis === null)
    return code.from === 'none' ? said : `${said}\n  ${style.yellow('not known yet')}`;
  const unread = [...code.missing, ...code.notInstalled];
  return `${said}\n${renderNeeds({ ...analysis, unread }, { style })}`;
}

function sayCode({ from, entries, missing, lookedFor, notInstalled }: FoundCode): string {
  const read = few(entries);
  const gone = missing.length === 0 ? '' : `; ${few(missing)} isn’t there`;
  const without = notInstalled.length === 0 ? '' : `; not installed: ${few(notInstalled)}`;
  if (from === 'none') return 'Its manifest names no code to run: it needs no permissions.';
  if (from === 'missing')
    return `There is no code to infer permissions from: looked for ${few(lookedFor)}.`;
  if (from === 'broken') return `Nothing can be inferred: ${read} can’t be bundled.`;
  return `Read from ${read}${gone}${without}`;
}

function few(all: readonly string[]): string {
  const most = 5;
  const names = [...new Set(all)];
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${count(names.length - most, 'other')}` : shown;
}
