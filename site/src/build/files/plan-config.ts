import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans `config.json`, which tells clients all other URLs. */
export function planConfig({ source: { config } }: SitePlanContext): PlannedFile[] {
  const make = () => `${JSON.stringify(config, null, 2)}\n`;
  return [{ path: 'config.json', key: digest(config), make }];
}
