import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Names up to this length are never broken. */
const long = 16;

/** Places where a name may be broken: after a separator inside it, and before a capital letter. */
const joint = /(?<=[^./,_:-][./,_:-]+)(?=[^./,_:-])|(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * Rehype plugin: allows breaks in long names in tables, such as `editor.inlineHints.enabled`, so that they
 * leave room for the other columns.
 */
export function breakNames() {
  return (tree: Root): void => {
    visit(tree, 'element', (cell) => {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') return undefined;
      visit(cell, 'element', (code) => {
        if (code.tagName === 'pre') return SKIP;
        if (code.tagName === 'code') code.children = code.children.flatMap(breakText);
        return undefined;
      });
      return SKIP;
    });
  };
}

function breakText(child: ElementContent): ElementContent[] {
  if (child.type !== 'text' || child.value.length < long) return [child];
  return child.value
    .split(joint)
    .flatMap((value, at) => [...(at === 0 ? [] : [makeBreak()]), { type: 'text', value }]);
}

function makeBreak(): Element {
  return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
}
