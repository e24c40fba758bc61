/** Rate limits by kind of request. */
export interface Rates {
  reads: Rate;
  writes: Rate;
}

/** Requests of one kind per minute. */
export interface Rate {
  /** Limit per IPv4 address, or per network of an IPv6 address (/64). */
  perAddress: number;
  perToken: number;
}

/** Limits for a public registry, high enough for an office or a school behind one address. */
export const publicRates: Rates = {
  reads: { perAddress: 1200, perToken: 600 },
  writes: { perAddress: 240, perToken: 60 },
};

/** Limits for a registry on one machine: more than a person or script there needs. */
export const localRates: Rates = {
  reads: { perAddress: 1_000_000, perToken: 1_000_000 },
  writes: { perAddress: 100_000, perToken: 100_000 },
};
