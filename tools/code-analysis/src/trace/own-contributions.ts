/** What the manifest of a package adds to the editor, as far as the analysis needs it. */
export interface OwnContributions {
  /** Names of commands. */
  commands: ReadonlySet<string>;
  /** Names of views. */
  views: ReadonlySet<string>;
}

/**
 * Reads the commands and views of a manifest; none where it can't be read, which other checks tell.
 *
 * @param bytes the text of `package.json`
 */
export function readContributions(bytes: Uint8Array | undefined): OwnContributions {
  const contributes = memberOfJson(parse(bytes), 'contributes');
  const views = memberOfJson(contributes, 'views');
  const isObject = typeof views === 'object' && views !== null;
  return {
    commands: namesIn(memberOfJson(contributes, 'commands'), 'command'),
    views: new Set((isObject ? Object.values(views) : []).flatMap((of) => [...namesIn(of, 'id')])),
  };
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function namesIn(list: unknown, key: string): Set<string> {
  const names = Array.isArray(list) ? list.map((each) => memberOfJson(each, key)) : [];
  return new Set(names.filter((name) => typeof name === 'string'));
}

function memberOfJson(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? Reflect.get(of, key)
    : undefined;
}
