import type { ShikiTransformer } from 'shiki';

/** What the theme of CSS variables writes: `color:var(--shiki-token-keyword);font-weight:bold`. */
const colour = /var\(--shiki-token-([a-z-]+)\)/;

/**
 * Turns the colours that Shiki writes as `style` into classes such as `code-keyword`: the site's content
 * security policy lets no style attribute through.
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
