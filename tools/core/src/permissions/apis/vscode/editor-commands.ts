import type { ApiVerdict } from '../judgement.ts';
import { vscodeCommandNames } from './command-names.ts';

/** A name of a command with its verdict; `*` stands for a part of a name, and `**` for any text. */
interface NamePattern {
  fits: RegExp;
  /** How many characters it says. */
  says: number;
  is: ApiVerdict;
}

let patterns: readonly NamePattern[] | undefined;

/** Those that say most come first; made when somebody asks, since most programs never do. */
function listPatterns(): readonly NamePattern[] {
  patterns ??= vscodeCommandNames
    .flatMap(({ is, names }) => names.map((name) => ({ ...readPattern(name), is })))
    .toSorted((a, b) => b.says - a.says);
  return patterns;
}

/** The verdict on a command of the editor by its name; undefined for a name that no command of it has. */
export function verdictOnCommand(name: string): ApiVerdict | undefined {
  return listPatterns().find(({ fits }) => fits.test(name))?.is;
}

function readPattern(name: string): Pick<NamePattern, 'fits' | 'says'> {
  const said = name.split(/(\*+)/);
  const parts = said.map((part) => {
    if (part === '*') return '[^.]*';
    return part === '**' ? '.*' : part.replaceAll('.', String.raw`\.`);
  });
  return {
    fits: new RegExp(`^${parts.join('')}$`, 's'),
    says: name.replaceAll('*', '').length,
  };
}
