import { parseJson } from './parse-json.ts';
import { RegistryError } from '../problems/registry-error.ts';
import { type Config, ConfigSchema } from '../schema/config.ts';

/**
 * Reads a registry's `config.json`.
 *
 * @param from.url where the text comes from, for the message
 * @throws RegistryError `registry-not-one`
 */
export function parseConfig(text: string, from: { url: string }): Config {
  const parsed = parseJson(ConfigSchema, text);
  if (parsed.ok) return parsed.value;
  const page = /^\s*<(!doctype|html)/i.test(text);
  const found = page ? 'a web page' : parsed.reason;
  throw new RegistryError(
    'registry-not-one',
    `${from.url} is not the config.json of a registry: ${found}`,
    { hint: 'Check the address given by --registry or ORCHESTRA_REGISTRY.' },
  );
}
