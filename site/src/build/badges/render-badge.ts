import { makeBadge } from 'badge-maker';

/** What a badge may tell of an extension. */
export const badgeKinds = ['version', 'installs', 'rating'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** The facts that badges show; null where nobody knows. */
export interface BadgeFacts {
  version: string;
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
const inShort = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

const messages: Readonly<Record<BadgeKind, (facts: BadgeFacts) => string>> = {
  version: ({ version }) => `v${version}`,
  installs: ({ installs }) => (installs === null ? unknown : inShort.format(installs)),
  rating: ({ rating }) =>
    rating === null || rating.count === 0
      ? unknown
      : `${rating.average.toFixed(1)}/5 (${inShort.format(rating.count)})`,
};
