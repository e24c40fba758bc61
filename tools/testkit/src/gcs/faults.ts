/** Which requests a fault is of. */
export interface FaultMatch {
  method?: string;
  /** Of path and query, as requested. */
  path: RegExp;
}

/** What goes wrong. */
export interface Fault {
  /** Answers this instead of doing anything. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** How many requests it hits; without it, all. */
  times?: number;
  /** Waits before anything is done. */
  delayMs?: number;
  /**
   * Cuts the connection: while the request's body is read, while the answer's body is sent, or once
   * everything is done and before it is answered.
   */
  cut?: 'request' | 'response' | 'answer';
  /** Bytes of the body that get through before the cut; half of them where absent. */
  afterBytes?: number;
}

/** Faults that a server is told to have. */
export interface Faults {
  fail(match: FaultMatch, how: Fault): void;
  clear(): void;
  /** The fault that hits a request, counted as one hit. */
  take(request: { method: string; path: string }): Fault | null;
}

/** Makes a list of faults; the first that matches a request hits it. */
export function makeFaults(): Faults {
  let faults: { match: FaultMatch; how: Fault; left: number }[] = [];
  return {
    fail(match, how) {
      faults.push({ match, how, left: how.times ?? Infinity });
    },
    clear() {
      faults = [];
    },
    take({ method, path }) {
      const hit = faults.find(
        ({ match, left }) =>
          left > 0 && (match.method ?? method) === method && match.path.test(path),
      );
      if (hit === undefined) return null;
      hit.left -= 1;
      return hit.how;
    },
  };
}
