import type { Static, TObject } from 'typebox';
import { Compile } from 'typebox/compile';
import { GitHubError } from './github-error.ts';
import type { Call } from './route.ts';

/**
 * Reads the JSON of a request.
 *
 * @throws GitHubError 400 where it is none, 422 where it isn't of the schema
 */
export function readBody<Schema extends TObject>(call: Call, schema: Schema): Static<Schema> {
  const value = parse(call.body);
  const compiled = Compile(schema);
  if (compiled.Check(value)) return value;
  const told = compiled
    .Errors(value)
    .map(({ instancePath, message }) => `${instancePath || 'The body'} ${message}.`);
  throw new GitHubError(422, ['Invalid request.', ...told].join('\n\n'));
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
}
