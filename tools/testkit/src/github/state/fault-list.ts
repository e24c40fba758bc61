import type { Fault, Faults as Orders } from '../github.ts';

interface Order {
  method: string | undefined;
  path: RegExp;
  how: Fault;
  left: number;
}

/** The trouble that was ordered; the newest order comes first. */
export class Faults implements Orders {
  #orders: Order[] = [];

  fail(match: { method?: string; path: RegExp }, how: Fault): void {
    const { method, path } = match;
    this.#orders.unshift({ method, path, how, left: how.times ?? Infinity });
  }

  clear(): void {
    this.#orders = [];
  }

  /** The fault of a request, which is then counted; null where there is none. */
  take(method: string, path: string): Fault | null {
    const found = this.#orders.find(
      (order) =>
        order.left > 0 &&
        (order.method === undefined || order.method === method) &&
        order.path.test(path),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.how;
  }
}
