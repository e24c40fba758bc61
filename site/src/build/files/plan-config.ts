import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/** `config.json`, by which clients find everything else. */
export function planConfig({ source: { config } }: SitePlanContext): PlannedFile[] {
  const make = () => `${JSON.stringify(config, null, 2)}\n`;
  return [{ path: 'config.json', key: digest(config), make }];
}
