/** How many requests are answered in a minute. */
export interface Rates {
  reads: Rate;
  writes: Rate;
}

/** Of one kind, in a minute. */
export interface Rate {
  /** Of an IPv4 address, or of the network of an IPv6 address (/64). */
  perAddress: number;
  perToken: number;
}

/** For a registry that everybody reaches: an office or a school behind one address works. */
export const publicRates: Rates = {
  reads: { perAddress: 1200, perToken: 600 },
  writes: { perAddress: 240, perToken: 60 },
};

/** For a registry that one machine reaches: more than any person or script of theirs needs. */
export const localRates: Rates = {
  reads: { perAddress: 1_000_000, perToken: 1_000_000 },
  writes: { perAddress: 100_000, perToken: 100_000 },
};
