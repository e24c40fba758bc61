import { format, resolveConfig } from 'prettier';
import { describeApi } from './describe-api.ts';

/** The file from which the site makes the reference of the API. */
export const apiReferenceFile = new URL(
  '../../../site/src/reference/openapi.json',
  import.meta.url,
);

/** Renders the file as it should be. */
export async function renderApiReference(): Promise<string> {
  const style = await resolveConfig(apiReferenceFile);
  return format(JSON.stringify(await describeApi()), { ...style, parser: 'json' });
}
