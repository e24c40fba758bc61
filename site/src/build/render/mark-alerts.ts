import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** GitHub's kinds of alerts. */
const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** Matches the first line of an alert: `[!NOTE]`. */
const mark = new RegExp(`^\\[!(${kinds.join('|')})\\][ \\t]*(?:\\n|$)`, 'i');

/**
 * Rehype plugin: turns quotations that begin with a line such as `[!NOTE]` into alerts, with their kind as a
 * title.
 */
export function markAlerts() {
  return (tree: Root): void => {
    visit(tree, 'element', (quote) => {
      if (quote.tagName !== 'blockquote') return;
      const text = firstText(quote);
      const kind = mark.exec(text?.value ?? '')?.[1]?.toLowerCase();
      if (text === undefined || kind === undefined) return;
      text.value = text.value.replace(mark, '');
      quote.properties['className'] = ['alert', `alert-${kind}`];
      quote.children.unshift(makeTitle(kind));
    });
  };
}

/** The first text in the first paragraph of a quotation. */
function firstText(quote: Element): Text | undefined {
  const first = quote.children.find((child) => child.type === 'element');
  const text = first?.tagName === 'p' ? first.children[0] : undefined;
  return text?.type === 'text' ? text : undefined;
}

function makeTitle(kind: string): Element {
  const title = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return {
    type: 'element',
    tagName: 'p',
    properties: { className: ['alert-title'] },
    children: [{ type: 'text', value: title }],
  };
}
