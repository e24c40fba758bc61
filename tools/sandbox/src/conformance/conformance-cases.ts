import type { ConformanceCase } from './conformance-case.ts';
import { fileCases } from './cases/file-cases.ts';
import { interfaceCases } from './cases/interface-cases.ts';
import { outsideCases } from './cases/outside-cases.ts';
import { ownCases } from './cases/own-cases.ts';
import { refusalCases } from './cases/refusal-cases.ts';

/** What each call of the API does, a case each: for every host of extensions. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...fileCases,
  ...ownCases,
  ...outsideCases,
  ...interfaceCases,
  ...refusalCases,
];
