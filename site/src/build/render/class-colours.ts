import type { ShikiTransformer } from 'shiki';

/** Matches the styles of the theme of CSS variables: `color:var(--shiki-token-keyword);font-weight:bold`. */
const colour = /var\(--shiki-token-([a-z-]+)\)/;

/**
 * Replaces the colours that Shiki writes as `style` by classes such as `code-keyword`, because the site's
 * content security policy forbids style attributes.
 */
export const classColours: ShikiTransformer = {
  name: 'class-colours',
  pre(element) {
    delete element.properties['style'];
  },
  span(element) {
    const kind = colour.exec(String(element.properties['style']))?.[1];
    delete element.properties['style'];
    if (kind !== undefined) this.addClassToHast(element, `code-${kind}`);
  },
};
