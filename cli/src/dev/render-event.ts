import { count, plain, plainLines, type Style } from '@orchestra/terminal';
import { clock } from './clock.ts';
import { renderCall } from './render-call.ts';
import { renderCompared } from '../permissions/render-compared.ts';
import { type LookScreen, renderContributed, renderLook } from './looks/render-look.ts';
import type { DevEvent, DevEventOf, DevFault } from './dev-event.ts';

/**
 * Renders an event for people, in one line or several.
 *
 * @param on.depth colours that looks are painted with; none where it is left out
 */
export function renderEvent(
  event: DevEvent,
  style: Style,
  on: Partial<Pick<LookScreen, 'columns' | 'depth'>> = {},
): string {
  const { columns, depth = 'none' } = on;
  switch (event.type) {
    case 'confined':
      return renderConfined(event, style);
    case 'ready':
      return renderReady(event, style);
    case 'build-failed':
      return renderFailed(event, style);
    case 'checked':
      return renderChecked(event, style);
    case 'call':
      return renderCall(event, style, columns);
    case 'log':
      return renderLog(event, style);
    case 'shown':
      return renderShown(event, style);
    case 'stopped':
      return `${style.red('stopped')} ${plain(event.message)}${atPlace(event.place, style)}; ${event.goesOn ? 'it is started again' : 'it runs no more'}`;
    case 'result':
      return renderResult(event, style);
    case 'contributed':
      return renderContributed(event.items, style);
    case 'look':
      return renderLook(event.look, { style, depth, columns });
    case 'compared':
      return renderCompared(event, { run: 'in this run', style });
  }
}

function renderConfined({ wall, why, hint }: DevEventOf<'confined'>, style: Style): string {
  if (wall !== 'none') {
    return `${style.green('Confined')} by ${wall}: no file and no network but through the API of Orchestra`;
  }
  const advice = hint === undefined ? '' : `\n  ${style.dim('hint:')} ${plain(hint)}`;
  return `${style.yellow('Not confined')} but by its isolate: ${plain(why ?? 'no wall works here')}${advice}`;
}

const causes = { start: 'Ready', save: 'Ready', manifest: 'Ready', reload: 'Ready' } as const;
const since = {
  start: 'after the start',
  save: 'after the save',
  manifest: 'after the save of package.json',
  reload: 'after the reload',
};

function renderReady({ cause, durationMs, build }: DevEventOf<'ready'>, style: Style): string {
  return `${style.green(causes[cause])} ${durationMs} ms ${since[cause]} ${style.dim(`build ${build}`)}`;
}

const stages = {
  manifest: 'package.json is wrong',
  bundle: 'It can’t be bundled',
  load: 'It doesn’t start',
} as const;

function renderFailed({ stage, faults, goesOn }: DevEventOf<'build-failed'>, style: Style): string {
  const before = goesOn ? '; the build before goes on' : '';
  return [`${style.red(stages[stage])}${before}`, ...renderFaults(faults, style)].join('\n');
}

const mostFaults = 10;

function renderFaults(faults: readonly DevFault[], style: Style): string[] {
  const shown = faults.slice(0, mostFaults).map((one) => renderFault(one, style));
  const more = faults.length - shown.length;
  return more === 0 ? shown : [...shown, style.dim(`  and ${more} more`)];
}

function renderFault(
  { message, place, hint, causes: behind = [], excerpt }: DevFault,
  style: Style,
): string {
  const lines = [`  ${place === null ? '' : `${style.bold(plain(place))} `}${plain(message)}`];
  if (excerpt !== undefined) {
    const shown = excerpt.split('\n').map((line) => `    ${cleanLine(line)}`);
    lines.push(style.dim(shown.join('\n')));
  }
  for (const cause of behind) lines.push(`  ${plain(cause)}`);
  if (hint !== undefined) lines.push(`  ${style.dim('hint:')} ${plain(hint)}`);
  return lines.join('\n');
}

/** A line with its spaces. */
function cleanLine(line: string): string {
  return plainLines(`x${line}`).slice(1);
}

function renderChecked({ errors, warnings, faults }: DevEventOf<'checked'>, style: Style): string {
  const where = warnings === 0 ? '' : `; ${style.bold('orchestra ext check')} names them`;
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')}${where}`;
  if (errors === 0) return `${style.green('Checked')} ${counted}`;
  return [`${style.red('Checked')} ${counted}`, ...renderFaults(faults, style)].join('\n');
}

function renderLog({ time, level, text, place }: DevEventOf<'log'>, style: Style): string {
  const colours: Record<string, (text: string) => string> = {
    error: style.red,
    warn: style.yellow,
  };
  const colour = colours[level] ?? style.magenta;
  const [first = '', ...rest] = plainLines(text).split('\n');
  const head = `${style.dim(clock(time))}  ${colour(plain(level).padEnd(5))} ${first}${atPlace(place, style)}`;
  return [head, ...rest.map((line) => `${indent}${line}`)].join('\n');
}

const indent = ' '.repeat(14);

const answers = {
  left: 'answered as left: there is no terminal',
  refused: 'refused: there is no terminal',
};

function renderShown({ what, text, file, answer }: DevEventOf<'shown'>, style: Style): string {
  const at = file === undefined ? '' : ` ${style.dim(file)}`;
  const told = answer === undefined ? '' : ` ${style.yellow(`(${answers[answer]})`)}`;
  const [first = '', ...rest] = plainLines(text).split('\n');
  const below = rest.map((line) => `\n  ${line}`).join('');
  return `${style.blue(what)} ${what === 'view' ? `\n  ${first}` : first}${below}${at}${told}`;
}

function renderResult(
  { command, ok, durationMs, value, fault }: DevEventOf<'result'>,
  style: Style,
): string {
  const took = style.dim(`${durationMs} ms`);
  const head = ok
    ? `${style.green('done')} ${plain(command)} ${took}`
    : `${style.red('failed')} ${plain(command)} ${took}`;
  const lines =
    value === undefined
      ? []
      : plainLines(value)
          .split('\n')
          .map((line) => `  ${line}`);
  return [head, ...lines, ...(fault === undefined ? [] : [renderFault(fault, style)])].join('\n');
}

function atPlace(place: string | null, style: Style): string {
  return place === null ? '' : ` ${style.dim(plain(place))}`;
}
