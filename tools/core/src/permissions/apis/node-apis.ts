import type { ApiTable } from './judgement.ts';
import { nodeDiagnostics } from './node/diagnostics.ts';
import { nodeFiles } from './node/files.ts';
import { nodeLoading } from './node/loading.ts';
import { nodeNetwork } from './node/network.ts';
import { nodePlain } from './node/plain.ts';
import { nodeProcess } from './node/process.ts';
import { nodePrograms } from './node/programs.ts';

/** The modules that are built into Node. */
export const nodeApis: readonly ApiTable[] = [
  ...nodeFiles,
  ...nodeNetwork,
  ...nodePrograms,
  ...nodeLoading,
  ...nodeProcess,
  ...nodeDiagnostics,
  ...nodePlain,
];
