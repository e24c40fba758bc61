import { describe, expect, it } from 'vitest';
import { findElements } from '../../testing/find-elements.ts';
import { type JsonLd, renderJsonLd } from './json-ld.ts';

describe('renderJsonLd()', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028 שלום 🚀 & "'])(
    'keeps %j within its element',
    (name) => {
      const data: JsonLd = { '@type': 'WebSite', name };
      const html = `<script type="application/ld+json">${renderJsonLd(data)}</script><p>after</p>`;
      const [script, after] = findElements(html).filter((e) => ['script', 'p'].includes(e.tagName));
      const [text] = script?.children ?? [];
      expect(text?.type === 'text' && JSON.parse(text.value)).toEqual({
        '@context': 'https://schema.org',
        ...data,
      });
      expect(after?.tagName).toBe('p');
    },
  );
});
