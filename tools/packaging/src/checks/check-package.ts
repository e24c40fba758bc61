import { type Problem, problem, type Severity } from '@orchestra/core';
import { checkBuiltins } from './check-builtins.ts';
import { checkCategories } from './check-categories.ts';
import { checkCode } from './check-code.ts';
import { checkDependencyFiles } from './check-dependency-files.ts';
import { checkDocuments } from './check-documents.ts';
import { checkEmails } from './check-emails.ts';
import { checkEngines } from './check-engines.ts';
import { checkFiles } from './check-files.ts';
import { checkFormat } from './check-format.ts';
import { checkHazards } from './check-hazards.ts';
import { checkIcon } from './check-icon.ts';
import { checkImports } from './check-imports.ts';
import { checkLeftOut } from './check-left-out.ts';
import { checkLicense } from './check-license.ts';
import { checkLimits } from './check-limits.ts';
import { checkName } from './check-name.ts';
import { checkNeeded } from './check-needed.ts';
import { checkNeedless } from './check-needless.ts';
import { checkPaths } from './check-paths.ts';
import { checkPermissions } from './check-permissions.ts';
import { checkPurpose } from './check-purpose.ts';
import { checkReview } from './check-review.ts';
import { checkReadme } from './check-readme.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkTexts } from './check-texts.ts';
import { checkUnicode } from './check-unicode.ts';
import { checkUnreached } from './check-unreached.ts';
import { checkUnsupported } from './check-unsupported.ts';
import { checkVersion } from './check-version.ts';
import { checkVscodeApi } from './check-vscode-api.ts';
import type { Check, CheckedPackage } from './check.ts';

/** Every check, in the order of the manifest fields that they look at. */
export const checks: readonly Check[] = [
  checkName,
  checkVersion,
  checkTexts,
  checkEngines,
  checkVscodeApi,
  checkNeeded,
  checkLicense,
  checkPurpose,
  checkFiles,
  checkIcon,
  checkDocuments,
  checkReadme,
  checkCategories,
  checkUnsupported,
  checkPermissions,
  checkCode,
  checkBuiltins,
  checkImports,
  checkDependencyFiles,
  checkNeedless,
  checkFormat,
  checkUnreached,
  checkLimits,
  checkPaths,
  checkLeftOut,
  checkSecrets,
  checkEmails,
  checkUnicode,
  checkHazards,
];

/**
 * Runs every check and returns all problems, errors first. Many problems of one kind are cut short, other than
 * those that a person has to look at. Where a person has to read the code before a publish, that is told once, before the places.
 */
export function checkPackage(checked: CheckedPackage): Problem[] {
  const found = checks.map((check) => check(checked));
  return sortProblems([...checkReview(found.flat(), checked), ...found.flatMap(shortenProblems)]);
}

/** Sorts problems: errors, then warnings, then notes; within each in the order found. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
  return problems.toSorted((left, right) => weight[left.severity] - weight[right.severity]);
}

const maxOfAKind = 20;

/** What a person has to look at, which the analysis bounds: all of it is told. */
const isWhole: ReadonlySet<Problem['code']> = new Set(['permission-unresolved']);

/** Cuts many problems of one kind short, other than those that a person has to look at. */
export function shortenProblems(problems: readonly Problem[]): Problem[] {
  return [...Map.groupBy(problems, ({ code }) => code).values()].flatMap((alike) => {
    const [first] = alike.slice(maxOfAKind);
    if (first === undefined || isWhole.has(first.code)) return alike;
    const { code, path, severity } = first;
    const message = `And ${alike.length - maxOfAKind} more like these`;
    return [...alike.slice(0, maxOfAKind), problem(code, { path, message, severity })];
  });
}
