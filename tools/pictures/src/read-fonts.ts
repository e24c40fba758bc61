import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const faces = [
  ['Inter', 'inter', [400, 500, 600, 700, 800]],
  ['JetBrains Mono', 'jetbrains-mono', [400, 700]],
] as const;

/**
 * Reads the fonts of the pictures as a style sheet. It replaces the system's fonts, which differ between
 * machines.
 */
export async function readFonts(): Promise<string> {
  const rules = faces.flatMap(([family, name, weights]) =>
    weights.map(async (weight) => {
      const file = `@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`;
      const bytes = await readFile(fileURLToPath(import.meta.resolve(file)));
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`;
      return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: ${source}; }`;
    }),
  );
  return [...(await Promise.all(rules)), used].join('\n');
}

const used = `
  :root { --sans: 'Inter', sans-serif; --mono: 'JetBrains Mono', monospace; }
  * { font-variant-numeric: normal !important; /* with tabular figures, Inter has a wide hyphen */ }
`;
