import type { Options } from 'rehype-autolink-headings';

/** How a heading links to itself. */
export const headingLinks = {
  behavior: 'append',
  properties: { className: ['anchor'], ariaLabel: 'Link to this part' },
  content: { type: 'text', value: '#' },
} as const satisfies Options;
