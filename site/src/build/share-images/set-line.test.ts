import { describe, expect, it } from 'vitest';
import { loadTypeface } from './load-typeface.ts';
import { setLine } from './set-line.ts';

const typeface = loadTypeface(600);

describe('setLine()', () => {
  it('draws outlines, and no text', () => {
    const { svg, width } = setLine('a&<b', { typeface, size: 20 });
    expect(svg).toMatch(/^(?:<path transform="[^"<>&]+" d="[^"<>&]+"\/>){4}$/);
    expect(width).toBeGreaterThan(30);
  });

  it('gets as wide as the text is long and large', () => {
    const { width } = setLine('wide', { typeface, size: 20 });
    expect(setLine('widewide', { typeface, size: 20 }).width).toBeCloseTo(2 * width);
    expect(setLine('wide', { typeface, size: 40 }).width).toBeCloseTo(2 * width);
  });

  it('leaves room for a space, and none for what it can’t draw', () => {
    expect(setLine('a b', { typeface, size: 20 }).width).toBeGreaterThan(
      setLine('ab', { typeface, size: 20 }).width,
    );
    expect(setLine('a語b', { typeface, size: 20 })).toEqual(setLine('ab', { typeface, size: 20 }));
  });
});
