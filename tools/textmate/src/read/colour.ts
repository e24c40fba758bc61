/** Parts of a colour from 0 to 255; `alpha` from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Reads `#RGB`, `#RGBA`, `#RRGGBB` or `#RRGGBBAA`; null for anything else. */
export function parseColour(text: string): Colour | null {
  const [, digits] = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const size = digits.length < 6 ? 1 : 2;
  const part = (nth: number) => {
    const one = digits.slice(nth * size, (nth + 1) * size);
    return one === '' ? 255 : Number.parseInt(size === 1 ? one + one : one, 16);
  };
  return { red: part(0), green: part(1), blue: part(2), alpha: part(3) / 255 };
}

/** The colour that is seen where one lies over another, as `#rrggbb`. */
export function blend({ alpha, ...over }: Colour, under: Colour): string {
  const parts = (['red', 'green', 'blue'] as const).map((part) =>
    Math.round(over[part] * alpha + under[part] * (1 - alpha)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
