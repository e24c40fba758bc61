import { showPlace } from '@orchestra/code-analysis';
import {
  type Analysis,
  groupByCause,
  isAccepted,
  isRecord,
  nameFew,
  type Problem,
  unresolvedCause,
  type UnresolvedCode,
  type UnsupportedUse,
} from '@orchestra/core';
import { orReview } from '@orchestra/packaging';
import { namesEntry } from '../project/read-project.ts';
import type { FoundCode } from './conversion.ts';
import { describeLacking, type LackingPermissions } from './find-lacking.ts';

/** The facts that decide what is left to do. */
export interface TodoFacts {
  code: FoundCode;
  analysis: Analysis | null;
  unsupported: readonly UnsupportedUse[];
  lacking: LackingPermissions | null;
  /** The new manifest. */
  manifest: Readonly<Record<string, unknown>>;
  /** Problems of the converted extension. */
  problems: readonly Problem[];
}

/** Lists what the author has to do before a publish, what stops it first, a line a cause. Pure. */
export function listTodo(facts: TodoFacts): string[] {
  const { code, analysis, lacking, unsupported, manifest, problems } = facts;
  const left = problems.filter(isLeft(code)).filter(isNotOfMissing(code));
  const [errors = [], warnings = []] = [true, false].map((isError) =>
    left.filter(({ severity }) => (severity === 'error') === isError),
  );
  return [
    ...seeToCode(code, manifest),
    ...seeToLacking(lacking),
    ...tellByCause(errors),
    ...seeToUnresolved(analysis?.unresolved ?? [], manifest),
    ...(unsupported.length === 0 ? [] : [leaveOut]),
    ...tellByCause(problems.filter((found) => found.code === 'category-missing')),
    ...tellByCause(warnings),
    'See what is left with `orchestra ext check`, then `orchestra ext publish`.',
  ];
}

/** What code that is there may need; what isn't there has a line of its own. */
function seeToLacking(lacking: TodoFacts['lacking']): string[] {
  if (lacking === null || lacking.unread.length + lacking.unresolved.length === 0) return [];
  const told = describeLacking({ ...lacking, absent: [] });
  return [`Add to "permissions" what else the code uses: ${told}`];
}

/** Problems that a line names; the others of their cause are counted. */
const mostNamed = 3;

/** Tells problems that are mended in the same way in one line. */
function tellByCause(problems: readonly Problem[]): string[] {
  const causes = Map.groupBy(problems, ({ code, hint }) => `${code} ${hint}`);
  return [...causes.values()].map((of) => {
    const named = of.slice(0, mostNamed).map(({ path, message }) => `${path}: ${message}`);
    const more = of.length > mostNamed ? `; and ${of.length - mostNamed} more like these` : '';
    return `${named.join('; ')}${more}. ${of[0]?.hint ?? ''}`;
  });
}

/** What to do about code that nobody can tell, a line a cause, the most frequent first. */
function seeToUnresolved(
  unresolved: readonly UnresolvedCode[],
  manifest: TodoFacts['manifest'],
): string[] {
  const open = unresolved.filter((code) => !isDeclared(manifest)(code));
  const lines = groupByCause(open, unresolvedCause).map(
    ({ advice, of }) =>
      `${advice} See ${nameFew(
        of.map(({ place }) => showPlace(place)),
        mostNamed,
      )}`,
  );
  return lines.map((line, at) => (at === lines.length - 1 ? `${line}. ${orReview}` : `${line}.`));
}

const leaveOut = 'Leave out what isn’t supported, or say in the README that it does nothing here.';

function seeToCode(code: FoundCode, manifest: TodoFacts['manifest']): string[] {
  const todo: string[] = [];
  const command = buildCommand(manifest);
  if (code.notInstalled.length > 0) {
    const packages = code.notInstalled.slice(0, 10).join(', ');
    todo.push(`Run \`npm install\` and this again: what ${packages} may do isn’t known yet.`);
  }
  if (code.unbuilt.length > 0) {
    const build = command === undefined ? 'Build it' : `Run \`${command}\``;
    const missing = `${code.unbuilt.join(', ')} ${code.unbuilt.length === 1 ? 'isn’t' : 'aren’t'} there`;
    todo.push(`${build}: ${missing}.${nameSources(code)}`);
  }
  if (code.from !== 'missing' && code.missing.length > 0) {
    const files = code.missing.slice(0, 10).join(', ');
    const are = code.missing.length === 1 ? 'isn’t' : 'aren’t';
    todo.push(
      manifest['compat'] === 'raycast'
        ? `Write the commands whose code ${are} there in src/, or take them out of "commands": ${files}.`
        : `Build ${files}, which ${are} there, or correct the path in package.json.`,
    );
  }
  if (code.from === 'missing') {
    const there =
      manifest['compat'] === 'raycast'
        ? 'Write the code of the commands in src/'
        : 'Put the code there';
    const first = command === undefined ? there : `Run \`${command}\` where the code is`;
    todo.push(
      `${first}, then this again: "permissions" must say what it uses, no more and no less.`,
    );
  }
  return todo;
}

function nameSources({ sources, from }: FoundCode): string {
  if (from === 'broken') return ''; // they can't be bundled here either
  const named = Object.entries(sources).map((one) =>
    one.map((text) => JSON.stringify(text)).join(': '),
  );
  if (named.length === 0) return '';
  return ` Or write ${named.join(' and ')} in package.json, and it is built for you.`;
}

/**
 * True for unresolved code that needs at most the declared permissions: `check` only notes it, and no review
 * is needed.
 */
function isDeclared({ permissions }: TodoFacts['manifest']): (code: UnresolvedCode) => boolean {
  const written: unknown[] = Array.isArray(permissions) ? permissions : [];
  const declared = written.filter((one) => typeof one === 'string');
  return (code) => isAccepted(code, declared);
}

/**
 * The npm script that builds the extension; undefined where there is none, and for Raycast, which needs no
 * separate build.
 */
function buildCommand({ compat, scripts }: TodoFacts['manifest']): string | undefined {
  if (compat === 'raycast') return undefined;
  const names = ['vscode:prepublish', 'build', 'compile', 'bundle', 'package', 'compile-web'];
  const known = isRecord(scripts) ? scripts : {};
  const name = names.find((one) => Object.hasOwn(known, one));
  return name === undefined ? undefined : `npm run ${name}`;
}

/** True unless it follows from packages that aren't installed, or from code that isn't there: those are told. */
function isNotOfMissing({ notInstalled, missing }: FoundCode): (problem: Problem) => boolean {
  return ({ code, path, message }) => {
    if (code.startsWith('import-'))
      return !notInstalled.some((name) => message.includes(`'${name}`));
    return !(
      code === 'file-missing' &&
      namesEntry(path) &&
      missing.some((file) => message.includes(`'${file}'`))
    );
  };
}

/**
 * True for problems to list. What is to be known and not done is left out; so are permissions, unsupported
 * features and missing code, which are shown elsewhere.
 */
function isLeft({ from }: FoundCode): (problem: Problem) => boolean {
  return ({ severity, code, path, hint }) => {
    const isTold = from === 'missing' || from === 'broken';
    if (isTold && code === 'file-missing' && namesEntry(path)) return false;
    if (severity === 'info' || hint.startsWith('Nothing needs to be done')) return false;
    return !/^(?:permission|api-unsupported|review-required)/.test(code);
  };
}
