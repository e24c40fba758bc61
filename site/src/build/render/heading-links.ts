import type { Element, Parents } from 'hast';
import type { Options } from 'rehype-autolink-headings';

/** Settings of the links that headings have to themselves. */
export const headingLinks = {
  behavior: 'append',
  properties: { className: ['anchor'], ariaLabel: 'Link to this part' },
  content: { type: 'text', value: '#' },
} as const satisfies Options;

/**
 * True for a heading that gets a link to itself. One in a `<summary>` gets none, because a click there folds
 * the section.
 */
export function takesLink(heading: Element, _at?: number, parent?: Parents): boolean {
  const folds = parent?.type === 'element' && parent.tagName === 'summary';
  return /^h[3-6]$/.test(heading.tagName) && !folds;
}
