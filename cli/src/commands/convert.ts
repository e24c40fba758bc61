import { fitColumns, plain, type Style, styleFor } from '@orchestra/terminal';
import { resolve } from 'node:path';
import { askConsent } from '../ask.ts';
import { writeManifestFile } from '../project/manifest-file.ts';
import type { Command, CommandContext } from '../command.ts';
import type { Conversion } from '../convert/conversion.ts';
import { describeLacking } from '../convert/find-lacking.ts';
import { planConversion } from '../convert/plan-conversion.ts';
import { renderConversion } from '../convert/render-conversion.ts';
import { readGiven } from '../init/read-given.ts';
import { startProgress } from '../render/progress.ts';

/** Options of a conversion. */
export interface ConvertOptions {
  /** Folder of the extension. */
  from: string;
  /** Name in this registry; by default the valid name nearest to its own. */
  name?: string | undefined;
  /** Only shows the changes, and writes nothing. */
  dryRun: boolean;
}

/** The planned conversion, and whether it was written. */
export interface ConvertResult {
  conversion: Conversion;
  /** Absolute path of the manifest. */
  file: string;
  written: boolean;
  dryRun: boolean;
}

/**
 * Converts an extension of VS Code or Raycast so that it can be published. Shows the changes and asks first.
 */
export const convert: Command<ConvertOptions, ConvertResult> = {
  async run({ from, name, dryRun }, context) {
    const directory = resolve(context.cwd, from);
    const conversion = await plan(directory, { given: readGiven({ name }), context });
    const file = resolve(directory, 'package.json');
    const isSame = conversion.text === conversion.foreign.text;
    if (isSame || dryRun) return { conversion, file, written: false, dryRun };
    show(conversion, context);
    await askConsent(`Write this to ${file}?`, context);
    const { foreign, text } = conversion;
    await writeManifestFile(foreign.directory, { before: foreign, text });
    return { conversion, file, written: true, dryRun };
  },
  text({ conversion, file, written, dryRun }, style) {
    const path = style.bold(plain(file));
    const lacks = sayLacking(conversion, style);
    if (written) return `${style.green('Converted')} ${path}${lacks}`;
    const isSame = conversion.changes.length === 0;
    const end = isSame ? `Nothing to change in ${path}` : `${path} would be changed`;
    const label = dryRun && !isSame ? `${style.yellow('Dry run:')} ` : '';
    return `${renderConversion(conversion, style)}\n\n${label}${end}${lacks}`;
  },
  json({ conversion, file, written }) {
    const { manifest, changes, code, analysis, unsupported, lacking, todo } = conversion;
    return {
      file,
      written,
      manifest,
      changes,
      code,
      permissions: analysis?.permissions ?? [],
      unresolved: analysis?.unresolved ?? [],
      unsupported,
      lacking,
      todo,
    };
  },
};

/** Says once more, below everything else, that the permissions may not be all. */
function sayLacking({ lacking, manifest }: Conversion, style: Style): string {
  if (lacking === null) return '';
  const what = Array.isArray(manifest['permissions'])
    ? 'Its "permissions" may lack some'
    : 'It declares no "permissions" yet';
  return `\n${style.yellow(what)}: ${plain(describeLacking(lacking))}`;
}

async function plan(
  directory: string,
  { given, context }: { given: { name?: string }; context: CommandContext },
): Promise<Conversion> {
  using _progress = await startProgress(context, 'Reading the extension');
  return planConversion(directory, given);
}

function show(conversion: Conversion, context: CommandContext): void {
  const { stderr, json } = context;
  if (json) return;
  const text = renderConversion(conversion, styleFor(stderr, context));
  stderr.write(`${fitColumns(text, stderr)}\n\n`);
}
