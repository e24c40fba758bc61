/** What an engine process is started with, as its one argument in JSON. */
export interface EngineSetup {
  /** Absolute path of the guest's script. */
  guest: string;
  /** Absolute path of isolated-vm's native part. */
  addon: string;
  limits: {
    isolateBytes: number;
    sliceMs: number;
    messageBytes: number;
    unsentBytes: number;
    openCalls: number;
  };
}

/** V8's flags for an engine: what isolates could use beyond the limit of their heap. */
export const engineFlags = [
  '--wasm-max-mem-pages=1024', // 64 MB
  '--no-warnings',
] as const;
