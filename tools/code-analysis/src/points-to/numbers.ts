/** Sets of numbers by number. Most of them have a single member, so that a `Set` for each costs too much. */
export class Numbers {
  readonly #sets: (number | Set<number> | undefined)[] = [];

  has(of: number, member: number): boolean {
    const known = this.#sets[of];
    if (known === undefined) return false;
    return typeof known === 'number' ? known === member : known.has(member);
  }

  /** Adds a member. @returns false where it is one already */
  add(of: number, member: number): boolean {
    const known = this.#sets[of];
    if (known === undefined) {
      this.#sets[of] = member;
      return true;
    }
    if (typeof known === 'number') {
      if (known === member) return false;
      this.#sets[of] = new Set([known, member]);
      return true;
    }
    if (known.has(member)) return false;
    known.add(member);
    return true;
  }

  of(of: number): Iterable<number> {
    const known = this.#sets[of];
    if (known === undefined) return none;
    return typeof known === 'number' ? [known] : known;
  }
}

const none: readonly number[] = [];
