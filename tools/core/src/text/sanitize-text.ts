/**
 * Removes from untrusted text what controls a terminal, and invisible characters that hide or reorder text.
 * Joiners and variation selectors stay where words and emoji need them, and so do as many combining marks as
 * words have. Line breaks and tabs are removed too: replace them beforehand to keep them.
 *
 * Sources: https://www.unicode.org/reports/tr36/, https://www.unicode.org/reports/tr51/ (emoji),
 * https://www.rfc-editor.org/rfc/rfc5892#appendix-A (joiners)
 *
 * @param instead replacement for each removed character
 */
export function sanitizeText(text: string, instead = ''): string {
  if (/^[ -~]*$/.test(text)) return text;
  const { hidden, loneSelector, tooManyMarks, joiner } = (patterns ??= makePatterns());
  const choose = (_found: string, kept: string | undefined) => kept ?? instead;
  return text
    .replaceAll(hidden, choose)
    .replaceAll(loneSelector, instead)
    .replaceAll(tooManyMarks, instead)
    .replaceAll(joiner, choose);
}

let patterns: ReturnType<typeof makePatterns> | undefined;

/** Compiles the patterns on first use: it takes some milliseconds, which would slow every program's start. */
function makePatterns() {
  return {
    // flags such as Scotland's use tag characters; Arabic number marks are visible
    hidden: anyOf(
      String.raw`(\p{RGI_Emoji_Tag_Sequence})`,
      String.raw`[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\p{Variation_Selector}\p{Join_Control}\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]`,
    ),
    // a variation selector stays behind an emoji or keycap, an ideograph, or a Mongolian letter
    loneSelector: anyOf(
      String.raw`(?<![\p{Emoji}--[#*0-9]]|[#*0-9](?=\uFE0F\u20E3))[\uFE0E\uFE0F]`,
      String.raw`(?<!\p{Ideographic})[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]`,
      String.raw`(?<![\p{sc=Mong}&&\p{L}])[\u180B-\u180D\u180F]`,
    ),
    // more than eight marks in a row; the tallest Tibetan letters have eight
    tooManyMarks: anyOf(String.raw`(?<=[\p{M}\p{Join_Control}]{8})[\p{M}\p{Join_Control}]`),
    // a joiner stays beside a letter that joins, also at the end of a word, and between emoji
    joiner: anyOf(
      String.raw`((?<=${joining}\p{M}{0,8})\p{Join_Control}`,
      String.raw`(?<=[\p{L}\p{M}\p{N}])\p{Join_Control}(?=${joining})`,
      String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic}))`,
      String.raw`\p{Join_Control}`,
    ),
  };
}

/** Letters of scripts that may join: all scripts but those known not to join. */
const joining = String.raw`[[\p{L}\p{M}\p{N}]--[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Geor}\p{scx=Hebr}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Ethi}\p{scx=Zyyy}\p{scx=Zinh}]]`;

function anyOf(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'gv');
}
