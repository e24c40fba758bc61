import { makeBadge } from 'badge-maker';
import { formatCount } from '../../texts/format-count.ts';

/** Kinds of badges. */
export const badgeKinds = ['version', 'installs', 'rating'] as const;
/** One of {@link badgeKinds}. */
export type BadgeKind = (typeof badgeKinds)[number];

/** The facts that badges show. */
export interface BadgeFacts {
  /** Newest version; null where none is live. */
  version: string | null;
  /** Null where it is unknown. */
  installs: number | null;
  rating: { average: number; count: number } | null;
}

/** Renders a badge as SVG for light and dark backgrounds, with its text for screen readers. */
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
