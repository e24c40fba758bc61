import { makeBadge } from 'badge-maker';
import { formatCount } from '../../texts/format-count.ts';

/** What a badge may tell of an extension. */
export const badgeKinds = ['version', 'installs', 'rating'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** The facts that badges show. */
export interface BadgeFacts {
  /** Null where nothing is offered any more. */
  version: string | null;
  /** Null where nobody knows. */
  installs: number | null;
  rating: { average: number; count: number } | null;
}

/** Draws a badge as SVG that reads well on light and dark, with its text for those who can't see it. */
export function renderBadge(kind: BadgeKind, facts: BadgeFacts): string {
  const message = messages[kind](facts);
  return makeBadge({ label: labels[kind], message, labelColor: '#44504e', color: '#0a6b65' });
}

const labels: Readonly<Record<BadgeKind, string>> = {
  version: 'orchestra',
  installs: 'installs',
  rating: 'rating',
};

const unknown = '–';

const messages: Readonly<Record<BadgeKind, (facts: BadgeFacts) => string>> = {
  version: ({ version }) => (version === null ? 'withdrawn' : `v${version}`),
  installs: ({ installs }) => (installs === null ? unknown : formatCount(installs)),
  rating: ({ rating }) =>
    rating === null || rating.count === 0
      ? unknown
      : `${rating.average.toFixed(1)}/5 (${formatCount(rating.count)})`,
};
