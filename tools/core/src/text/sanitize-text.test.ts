import { expect, test } from 'vitest';
import { sanitizeText } from './sanitize-text.ts';

const kept: [what: string, text: string][] = [
  [
    'Persian, with joiners that part its letters',
    'می\u200Cنویسم، کتاب\u200Cهای ۲۰\u200Cام و PDF\u200Cها',
  ],
  [
    'Arabic with vowels, a letter that joins to nothing, and a sign of a number',
    'مُحَمَّدٌ ه\u200D \u0600١٢',
  ],
  ['Kurdish that ends words in a joiner', 'ئه\u200Cوه\u200C'],
  ['Urdu, Syriac, Mongolian', 'نستعلیق ܫܠܡܐ ᠮᠣᠩ\u180Bᠭᠣᠯ'],
  ['Hindi and Marathi', 'क्\u200Dष क्\u200Cष ऱ्\u200Dय हिन्दी'],
  ['Bengali, whose ya follows a joiner', 'র\u200D্যাব বাংলা'],
  ['Malayalam that ends in a chillu', 'അവന്\u200D മലയാളം'],
  ['Sinhala, Tamil, Telugu, Kannada', 'ශ්\u200Dරී தமிழ் తెలుగు ರ\u200D್ಕ'],
  ['Khmer, Burmese, Thai, Lao', 'ភាសាខ្មែរ မြန်မာ ภาษาไทย ที่ ລາວ'],
  ['the tallest Tibetan letter', 'བོད་ཡིག ཧ\u0F90\u0FB5\u0FA8\u0FB3\u0FBA\u0FBC\u0FBB\u0F82'],
  ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית'],
  ['Vietnamese in letters and marks', 'Tiếng Việt'.normalize('NFD')],
  ['Korean in letters and in parts', `한국어 ${'한국어'.normalize('NFD')}`],
  ['Japanese and Chinese, with variants', '葛\u{E0100}飾区 日本語 神\uFE00 中文'],
  ['Greek, Cyrillic, Armenian, Georgian, Amharic', 'Ελληνικά Русский Հայերեն ქართული አማርኛ'],
  ['families and professions', '👩\u200D👩\u200D👧\u200D👦 👩🏽\u200D🚀 🧑🏻\u200D🤝\u200D🧑🏿'],
  ['emoji of several signs', '🏳\uFE0F\u200D🌈 ❤\uFE0F\u200D🔥 🏴\u200D☠\uFE0F 🧔\u200D♂\uFE0F'],
  ['keycaps, flags, and a sign as text', '1\uFE0F\u20E3 #\uFE0F\u20E3 🇮🇷 ☎\uFE0E'],
  ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
];

test.each(kept)('sanitizeText() keeps %s', (_what, text) => {
  expect(sanitizeText(text)).toBe(text);
});

const cleaned: [what: string, text: string, clean: string][] = [
  ['colours', '\u001B[31mred\u001B[0m', '[31mred[0m'],
  ['a title of a window', '\u001B]0;owned\u0007', ']0;owned'],
  ['links', '\u001B]8;;https://example.org\u001B\\x\u009D', ']8;;https://example.org\\x'],
  ['steps back, and other controls', 'safe\b\b\b\b\r\n\t\v\f\0\u007Fevil', 'safeevil'],
  ['C1 controls', 'a\u009B2Jb\u0085c\u0090d', 'a2Jbcd'],
  ['embeddings and overrides', '\u202Agpj\u202B.\u202Ce\u202Dx\u202Ee', 'gpj.exe'],
  ['isolates and marks of direction', '\u2066a\u2067b\u2068c\u2069\u200Ed\u200Fe\u061Cf', 'abcdef'],
  ['line separators', 'one\u2028two\u2029three', 'onetwothree'],
  ['tags', `a${String.fromCodePoint(0xe0001, 0xe0068, 0xe0069, 0xe007f)}b`, 'ab'],
  ['tags behind a flag that is none', `🏴${String.fromCodePoint(0xe0068, 0xe0069, 0xe007f)}`, '🏴'],
  ['halves of characters', 'a\uD83Db\uDE00c', 'abc'],
  ['zero widths', 'a\u200Bb\u2060c\uFEFFd\u00ADe\u180Ef\u034Fg\u2064h', 'abcdefgh'],
  ['letters without a shape', 'a\u3164b\u115F\u1160c\uFFA0d\u17B4e', 'abcde'],
  ['annotations', 'a\uFFF9b\uFFFAc\uFFFBd', 'abcd'],
  ['joiners between Latin letters', 'pay\u200Dpal pass\u200Cword', 'paypal password'],
  ['joiners in other scripts that join nothing', 'и\u200Dи 日\u200C本 ש\u200Dש', 'ии 日本 שש'],
  ['joiners at spaces and signs', '\u200Da \u200C b.\u200D(', 'a  b.('],
  ['joiners in front of words and emoji', '\u200Cمی \u200D👩', 'می 👩'],
  ['an emoji that is joined to nothing', '👩\u200D 👩\u200Dx 👩\u200D\u200D👧', '👩 👩x 👩👧'],
  ['more than one joiner', `می${'\u200C'.repeat(1000)}نویسم`, 'می\u200Cنویسم'],
  [
    'selectors that nothing has',
    'a\uFE0Fb 1\uFE0F漢\uFE0F\u{E0100} 👩\uFE0F\uFE0F',
    'ab 1漢 👩\uFE0F',
  ],
  ['bytes in selectors', `😀${'\u{E0101}\u{E0152}'.repeat(50)}`, '😀'],
];

test.each(cleaned)('sanitizeText() takes out %s', (_what, text, clean) => {
  expect(sanitizeText(text)).toBe(clean);
});

test('sanitizeText() keeps eight marks in a row, whatever is put between them', () => {
  const marks = '\u0301'.repeat(8);
  expect(sanitizeText(`Z${'\u0301'.repeat(1000)}o`)).toBe(`Z${marks}o`);
  for (const between of ['\u200B', '\u202E', '\uFE0F', '\u200D', '\u034F', '\u0007']) {
    const text = sanitizeText(`Z${(marks + between).repeat(100)}`);
    expect(text, between).toBe(`Z${marks}`);
  }
});

test('sanitizeText() leaves nothing to do for a second time', () => {
  const parts = ['a', 'م', 'क', '\u094D', '\u0301', '👩', '1', '漢', '\u200C', '\u200D', '\uFE0F'];
  const more = ['\u202E', '\u200B', '\u{E0100}', '\u{E0067}', '\u180B', '\uD83D', ' ', '\u001B'];
  const all = [...parts, ...more];
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  for (let round = 0; round < 2000; round += 1) {
    const text = Array.from({ length: 12 }, () => all[next() % all.length]).join('');
    const once = sanitizeText(text);
    expect(sanitizeText(once), JSON.stringify(text)).toBe(once);
  }
});

test('sanitizeText() puts something in place of each', () => {
  expect(sanitizeText('a\u202Eb\nc\u200Dd', '\uFFFD')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
});
