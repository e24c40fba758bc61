import type { PlanContext } from '../plan-context.ts';
import { planConfig } from './plan-config.ts';
import type { PlannedFile } from './planned-file.ts';
import { planSearchRows } from './plan-search-rows.ts';

/** Who plans files. A new one stands beside this file and is named here. */
const planners: readonly ((context: PlanContext) => Iterable<PlannedFile>)[] = [
  planConfig,
  planSearchRows,
];

/** Every file of the site that no template makes. */
export function* planFiles(context: PlanContext): Iterable<PlannedFile> {
  for (const plan of planners) yield* plan(context);
}
