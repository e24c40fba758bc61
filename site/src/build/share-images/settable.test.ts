import { describe, expect, it } from 'vitest';
import { loadTypeface } from './load-typeface.ts';
import { settable } from './settable.ts';

const typeface = loadTypeface(600);

describe('settable()', () => {
  it.each(['Git Lens', 'Ünïcødé', 'Разработка', 'Ελληνικά', 'Tiếng Việt', 'C++ & <b>'])(
    'takes %s as it is',
    (text) => {
      expect(settable(text, typeface)).toBe(text.normalize('NFC'));
    },
  );

  it('leaves out symbols that it lacks, and the gaps that they leave', () => {
    expect(settable('🚀 Rocket 👩‍🚀 ship\u202E\u0000 ', typeface)).toBe('Rocket ship');
  });

  it.each(['日本語', 'Git 日本語', 'שלום', 'العربية', '🚀', '', '\u200B'])(
    'refuses %j rather than to tear it',
    (text) => {
      expect(settable(text, typeface)).toBeNull();
    },
  );
});
