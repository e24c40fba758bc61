import type { Problem } from './problem.ts';
import { problemKinds } from './problems.ts';
import { RegistryError, type RegistryErrorCode, registryErrorCodes } from './registry-error.ts';
import type { ProblemDetails } from '../schema/answers.ts';

/**
 * Makes an error from an API's answer, with its code, hint and problems. A newer API may use codes that this
 * program doesn't know.
 */
export function errorFromProblem({ code, detail, hint, problems }: ProblemDetails): RegistryError {
  const known = registryErrorCodes.find((name): name is RegistryErrorCode => name === code);
  // a newer registry may find kinds of problems that this program has no text for
  const others = problems.filter((found) => !isKnown(found));
  const lines = others.map(({ path, message }) => `\n  ${path}: ${message}`);
  return new RegistryError(known ?? 'registry-failed', detail + lines.join(''), {
    ...(hint === undefined ? {} : { hint }),
    problems: problems.filter(isKnown),
  });
}

function isKnown(found: { code: string }): found is Problem {
  return Object.hasOwn(problemKinds, found.code);
}
