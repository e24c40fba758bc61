import type { Element, Parents } from 'hast';
import type { Options } from 'rehype-autolink-headings';

/** How a heading links to itself. */
export const headingLinks = {
  behavior: 'append',
  properties: { className: ['anchor'], ariaLabel: 'Link to this part' },
  content: { type: 'text', value: '#' },
} as const satisfies Options;

/** True for a heading of a text, but not for one that folds a part of it: a press on that has a meaning already. */
export function takesLink(heading: Element, _at?: number, parent?: Parents): boolean {
  const folds = parent?.type === 'element' && parent.tagName === 'summary';
  return /^h[3-6]$/.test(heading.tagName) && !folds;
}
