import type { ApiVerdict } from '../judgement.ts';
import { vscodeCommandNames } from './command-names.ts';

/** A name of a command with its verdict; `*` stands for a part of a name, and `**` for any text. */
interface NamePattern {
  fits: RegExp;
  /** How many characters it says. */
  says: number;
  is: ApiVerdict;
}

const patterns: readonly NamePattern[] = vscodeCommandNames
  .flatMap(({ is, names }) => names.map((name) => ({ ...readPattern(name), is })))
  .toSorted((a, b) => b.says - a.says);

/** The verdict on a command of the editor by its name; undefined for a name that no command of it has. */
export function verdictOnCommand(name: string): ApiVerdict | undefined {
  return patterns.find(({ fits }) => fits.test(name))?.is;
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
