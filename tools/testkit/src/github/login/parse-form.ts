import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** The values of a request to the OAuth endpoints. */
export type Form = ReadonlyMap<string, string>;

const Values = Compile(Type.Record(Type.String(), Type.String()));

/** Reads a form, or the same as JSON; what is neither has no values. */
export function parseForm(request: {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}): Form {
  const text = request.body.toString('utf8');
  if (!(request.headers['content-type'] ?? '').includes('json')) {
    return new Map(new URLSearchParams(text));
  }
  const values = parse(text);
  return new Map(Values.Check(values) ? Object.entries(values) : []);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
