import type { Row } from '../row.ts';
import { analysis } from './analysis.ts';
import { call } from './call.ts';
import { devStart } from './dev-start.ts';
import { indexCommit } from './index-commit.ts';
import { install } from './install.ts';
import { mirrorMemory } from './mirror-memory.ts';
import { mirror } from './mirror.ts';
import { pack } from './pack.ts';
import { raycastStart } from './raycast-start.ts';
import { reload } from './reload.ts';
import { requests } from './requests.ts';
import { sandboxCpu } from './sandbox-cpu.ts';
import { serverStart } from './server-start.ts';
import { search } from './search.ts';
import { siteFull } from './site-full.ts';
import { siteSearchBytes } from './site-search-bytes.ts';
import { siteSearch } from './site-search.ts';
import { siteTouched } from './site-touched.ts';
import { startUp } from './start-up.ts';
import { syncOne } from './sync-one.ts';

/** Every row, in the order of the report. */
export const rows: readonly Row[] = [
  startUp,
  pack,
  analysis,
  install,
  devStart,
  raycastStart,
  reload,
  call,
  sandboxCpu,
  serverStart,
  indexCommit,
  mirror,
  mirrorMemory,
  syncOne,
  search,
  ...requests,
  siteSearch,
  siteSearchBytes,
  siteTouched,
  siteFull,
];
