/**
 * A stranger's text without what steers a terminal, and without what nobody sees and hides or
 * reorders the rest. Joiners and variation selectors stay where words and emoji need them, and so do
 * as many combining marks as words have. Line breaks and tabs go too: who wants them replaces them
 * before.
 *
 * Sources: https://www.unicode.org/reports/tr36/, https://www.unicode.org/reports/tr51/ (emoji),
 * https://www.rfc-editor.org/rfc/rfc5892#appendix-A (joiners)
 *
 * @param instead what stands in place of each character that goes
 */
export function sanitizeText(text: string, instead = ''): string {
  const choose = (_found: string, kept: string | undefined) => kept ?? instead;
  return text
    .replaceAll(hidden, choose)
    .replaceAll(loneSelector, instead)
    .replaceAll(tooManyMarks, instead)
    .replaceAll(joiner, choose);
}

/**
 * Controls, line separators, halves of characters, and all that has no shape, but for what is looked
 * at below. Flags such as Scotland's are spelled with tags; Arabic marks of numbers are seen.
 */
const hidden =
  /(\p{RGI_Emoji_Tag_Sequence})|[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\p{Variation_Selector}\p{Join_Control}\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]]/gv;

/** A selector says how the character before it looks: an emoji or a keycap, an ideograph, a Mongolian letter. */
const loneSelector =
  /(?<![\p{Emoji}--[#*0-9]]|[#*0-9](?=\uFE0F\u20E3))[\uFE0E\uFE0F]|(?<!\p{Ideographic})[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]|(?<![\p{sc=Mong}&&\p{L}])[\u180B-\u180D\u180F]/gv;

/** Behind eight in a row, which the tallest Tibetan letters have. */
const tooManyMarks = /(?<=[\p{M}\p{Join_Control}]{8})[\p{M}\p{Join_Control}]/gu;

/** What may be of a script whose letters join: none of those that are known not to. */
const joining = String.raw`[[\p{L}\p{M}\p{N}]--[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Armn}\p{scx=Geor}\p{scx=Hebr}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Ethi}\p{scx=Zyyy}\p{scx=Zinh}]]`;

/** Kept are one behind or before a letter that joins, also at the end of a word, and one between emoji. */
const joiner = new RegExp(
  [
    String.raw`((?<=${joining}\p{M}{0,8})\p{Join_Control}`,
    String.raw`(?<=[\p{L}\p{M}\p{N}])\p{Join_Control}(?=${joining})`,
    String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic}))`,
    String.raw`\p{Join_Control}`,
  ].join('|'),
  'gv',
);
