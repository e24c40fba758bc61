import { register } from '../ask-host.ts';
import { EventEmitter } from '../types/events.ts';
import type { Diagnostic } from '../types/language.ts';
import { toRange } from '../types/positions.ts';
import { toWireRange } from '../types/text.ts';
import { Uri } from '../types/uri.ts';

type Entries = readonly (readonly [Uri, readonly Diagnostic[] | undefined])[];

const collections = new Set<DiagnosticCollection>();
const changed = new EventEmitter<{ uris: readonly Uri[] }>();

/** Told of files whose diagnostics changed. */
export const onDidChangeDiagnostics = changed.event;

/** Diagnostics of files, under a name. */
class DiagnosticCollection {
  readonly name: string;
  readonly #files = new Map<string, readonly Diagnostic[]>();
  readonly #registration: ReturnType<typeof register>;

  constructor(name: string) {
    this.name = name;
    this.#registration = register('languages.createDiagnosticCollection', [name], {
      caller: createDiagnosticCollection,
    });
    collections.add(this);
  }

  set(given: Uri | Entries, diagnostics?: readonly Diagnostic[]): void {
    const entries: Entries = Uri.isUri(given) ? [[given, diagnostics]] : given;
    const seen = new Set<string>();
    for (const [uri, some] of entries) {
      const key = uri.toString();
      // of a file that is named again, they are more
      const before = seen.has(key) ? (this.#files.get(key) ?? []) : [];
      seen.add(key);
      if (some === undefined) this.#files.delete(key);
      else this.#files.set(key, [...before, ...some]);
    }
    this.#tell(entries.map(([uri]) => uri));
  }

  delete(uri: Uri): void {
    if (this.#files.delete(uri.toString())) this.#tell([uri]);
  }

  clear(): void {
    const uris = Array.from(this.#files.keys(), (key) => Uri.parse(key));
    this.#files.clear();
    this.#tell(uris);
  }

  get(uri: Uri): readonly Diagnostic[] | undefined {
    return this.#files.get(uri.toString());
  }

  has(uri: Uri): boolean {
    return this.#files.has(uri.toString());
  }

  forEach(
    call: (uri: Uri, diagnostics: readonly Diagnostic[], collection: this) => unknown,
    thisArg?: unknown,
  ): void {
    for (const [uri, diagnostics] of this) Reflect.apply(call, thisArg, [uri, diagnostics, this]);
  }

  *[Symbol.iterator](): Generator<[Uri, readonly Diagnostic[]]> {
    for (const [key, diagnostics] of this.#files) yield [Uri.parse(key), diagnostics];
  }

  dispose(): void {
    collections.delete(this);
    this.#registration.dispose();
  }

  #tell(uris: readonly Uri[]): void {
    const files = Array.from(this, ([uri, diagnostics]) => ({
      uri: String(uri),
      diagnostics: diagnostics.map(toWire),
    }));
    this.#registration.render({ files });
    changed.fire({ uris });
  }
}

function toWire({ range, message, severity, source, code }: Diagnostic) {
  const { value } = Object(code) as { value?: unknown };
  return {
    range: toWireRange(toRange(range)),
    message: String(message),
    severity: severity ?? 0,
    source: source === undefined ? '' : String(source),
    code: String((typeof code === 'object' ? value : code) ?? ''),
  };
}

/** `createDiagnosticCollection(name)`. */
export function createDiagnosticCollection(name = ''): DiagnosticCollection {
  return new DiagnosticCollection(name);
}

/** Diagnostics of a file, of all collections. */
export function diagnosticsOf(uri: Uri): Diagnostic[] {
  return [...collections].flatMap((one) => one.get(uri) ?? []);
}

/** Diagnostics of a file, or of all by their files. */
export function getDiagnostics(uri?: Uri): unknown {
  if (uri !== undefined) return diagnosticsOf(uri);
  const keys = new Set([...collections].flatMap((one) => Array.from(one, ([of]) => String(of))));
  return Array.from(keys, (key) => [Uri.parse(key), diagnosticsOf(Uri.parse(key))]);
}
