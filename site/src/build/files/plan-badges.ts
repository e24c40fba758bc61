import { badgeKinds, renderBadge } from '../badges/render-badge.ts';
import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/**
 * Plans the badges of each extension. Installs and rating change without a publish: their badges show the
 * figures of the newest version's publish, or of the last full build.
 */
export function planBadges({ extensions }: SitePlanContext): PlannedFile[] {
  return extensions.flatMap(({ card, live }) => {
    const version = live ? card.version : null;
    return badgeKinds.map((kind) => ({
      path: `badges/${card.name}/${kind}.svg`,
      key: digest([kind, version]),
      make: () => renderBadge(kind, { ...card, version }),
    }));
  });
}
