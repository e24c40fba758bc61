import type { ApiTable } from './judgement.ts';
import { nodeApis } from './node-apis.ts';
import { orchestraApi } from './orchestra-apis.ts';
import { packageApis } from './package-apis.ts';
import { raycastApi } from './raycast-apis.ts';
import { contextApi, vscodeApi } from './vscode-apis.ts';
import { webApis } from './web-apis.ts';

/** A family of APIs, as the documentation shows them. */
export interface ApiFamily {
  title: string;
  tables: readonly ApiTable[];
}

/**
 * Every API that code can reach, with a verdict on each of its members. The analysis, the documentation and
 * the tests read this and nothing else; what is not in it is unresolved.
 */
export const apiFamilies: readonly ApiFamily[] = [
  { title: 'Orchestra', tables: [orchestraApi] },
  { title: 'VS Code', tables: [vscodeApi, contextApi] },
  { title: 'Raycast', tables: [raycastApi] },
  { title: 'Node', tables: nodeApis },
  { title: 'Everywhere', tables: [webApis] },
  { title: 'Packages', tables: packageApis },
];
