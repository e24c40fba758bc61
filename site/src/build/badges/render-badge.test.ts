import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type BadgeFacts, type BadgeKind, renderBadge } from './render-badge.ts';

const facts: BadgeFacts = {
  version: '1.2.0',
  installs: 12_345,
  rating: { average: 4.25, count: 8 },
};

function titleOf(kind: BadgeKind, of: BadgeFacts): string {
  const svg = renderBadge(kind, of);
  expect(XMLValidator.validate(svg)).toBe(true);
  return new XMLParser().parse(svg).svg.title;
}

describe('renderBadge()', () => {
  it('says in its title what it shows', () => {
    expect(titleOf('version', facts)).toBe('orchestra: v1.2.0');
    expect(titleOf('installs', facts)).toBe('installs: 12.3K');
    expect(titleOf('rating', facts)).toBe('rating: 4.3/5 (8)');
  });

  it('admits what nobody knows', () => {
    const unknown = { ...facts, installs: null, rating: null };
    expect(titleOf('installs', unknown)).toBe('installs: –');
    expect(titleOf('rating', unknown)).toBe('rating: –');
    expect(titleOf('rating', { ...facts, rating: { average: 0, count: 0 } })).toBe('rating: –');
  });

  it('tells that an extension was withdrawn', () => {
    expect(titleOf('version', { ...facts, version: null })).toBe('orchestra: withdrawn');
  });

  it('tells that nothing was installed yet', () => {
    expect(titleOf('installs', { ...facts, installs: 0 })).toBe('installs: 0');
  });

  it('is as wide as its text', () => {
    const width = (version: string) =>
      Number(/width="(\d+)"/.exec(renderBadge('version', { ...facts, version }))?.[1]);
    expect(width('1.2.0')).toBeGreaterThan(80);
    expect(width('1.2.0-beta.20261103')).toBeGreaterThan(width('1.2.0') + 60);
  });

  it('escapes what it is told', () => {
    const svg = renderBadge('version', {
      ...facts,
      version: '1</title><script>alert(1)</script>&',
    });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<script');
  });
});
