import type ivm from 'isolated-vm';

/**
 * The guest's script, run in each isolate before an extension. V8 compiles it for the first one, before any code of
 * an extension is there; what it made is kept for those that follow, which saves most of the time that they take.
 */
export class GuestScript {
  readonly #code: string;
  #compiled: ivm.ExternalCopy<ArrayBuffer> | undefined;

  constructor(code: string) {
    this.#code = code;
  }

  /**
   * @param by.timeout milliseconds
   * @throws Error where it runs longer
   */
  async run(
    context: ivm.Context,
    by: { isolate: Pick<ivm.Isolate, 'compileScript'>; timeout: number },
  ): Promise<void> {
    const compiled = this.#compiled;
    const script: ivm.Script & ivm.CachedDataResult = await by.isolate.compileScript(this.#code, {
      filename: 'orchestra:guest',
      ...(compiled === undefined ? { produceCachedData: true } : { cachedData: compiled }),
    });
    this.#compiled ??= script.cachedData;
    await script.run(context, { timeout: by.timeout });
  }
}
