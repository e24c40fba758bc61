import { type PackedExtension, packFiles } from '@orchestra/packaging/node';
import { extensionFiles } from '@orchestra/testkit';

/** Packs a small extension that passes every check. */
export function pack(
  manifest: { name?: string; version?: string } & Record<string, unknown> = {},
  files: Record<string, string> = {},
): Promise<PackedExtension> {
  const written = extensionFiles({ name: 'tide-table', version: '1.0.0', ...manifest });
  const all = Object.entries({ ...written, ...files });
  return packFiles(new Map(all.map(([path, text]) => [path, Buffer.from(text)])));
}
