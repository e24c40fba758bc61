export { conformanceCases } from './conformance-cases.ts';
export type { ConformanceCase, ConformanceWorld, PersonAct } from './conformance-case.ts';
export { type ConformanceServer, startConformanceServer } from './conformance-server.ts';
export {
  type ConformanceHost,
  type ConformanceRun,
  runConformanceCase,
} from './run-conformance.ts';
