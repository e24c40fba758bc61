import type { TestFileResult, TestResult } from '@orchestra/sandbox';
import type { ComparedPermissions } from '../permissions/compared-permissions.ts';

/** What came of the tests of an extension. */
export interface SuiteResult {
  /** The manifest's name. */
  name: string;
  files: TestFileResult[];
  /** Lines around the places of failures, by place: `src/main.ts:3:5`. */
  excerpts: ReadonlyMap<string, string>;
  permissions: ComparedPermissions;
  /** How the extension was confined: `bwrap`, `unshare`, or `none` for its isolate alone. */
  wall: string;
  durationMs: number;
  reporter: Reporter;
  /** Also fails where the permissions differ. */
  strict: boolean;
  /** Whether it was ended before its end, by Ctrl-C. */
  isStopped: boolean;
}

/** How results are told. */
export type Reporter = 'text' | 'json' | 'junit';

/** All tests of all files. */
export function listResults({ files }: Pick<SuiteResult, 'files'>): TestResult[] {
  return files.flatMap(({ tests }) => tests);
}

/** Whether all went well: nothing failed or was refused, and no file was left out. */
export function isGreen({ files, strict, permissions }: SuiteResult): boolean {
  const failed = listResults({ files }).some(({ status }) => status === 'failed');
  const broken = files.some(({ errors }) => errors.length > 0);
  const differs = permissions.differences.some(({ severity }) => severity !== 'note');
  return !failed && !broken && !(strict && differs);
}
