interface Edit {
  start: number;
  end: number;
  by: string;
  /** The place that what is put in comes from. */
  origin: number;
  /** Where it stands in the changed text. */
  madeAt: number;
}

/** Changes of a text, by offsets in it. Those of one place are made in the order in which they were added. */
export class TextEdits {
  #edits: Edit[] = [];
  #isSorted = true;

  /**
   * @param origin the place that what is put in comes from
   * @returns what tells where it stands in the changed text
   */
  insert(at: number, by: string, origin = at): () => number {
    return this.#add({ start: at, end: at, by, origin, madeAt: 0 });
  }

  replace({ start, end }: { start: number; end: number }, by: string): void {
    this.#add({ start, end, by, origin: start, madeAt: 0 });
  }

  /** The text with all changes. */
  applyTo(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, by } of this.#inOrder()) {
      parts.push(text.slice(at, start), by);
      at = end;
    }
    return parts.join('') + text.slice(at);
  }

  /** Where what stood at an offset stands in the changed text. */
  placeOf(offset: number): number {
    const last = this.#lastBefore(offset, ({ start }) => start);
    return last === undefined ? offset : last.madeAt + last.by.length + offset - last.end;
  }

  /** Where what stands at an offset of the changed text was, or where what was put in comes from. */
  originOf(offset: number): number {
    const last = this.#lastBefore(offset, ({ madeAt }) => madeAt);
    if (last === undefined) return offset;
    const after = offset - last.madeAt - last.by.length;
    return after < 0 ? last.origin : last.end + after;
  }

  #add(edit: Edit): () => number {
    this.#edits.push(edit);
    this.#isSorted = false;
    return () => {
      this.#inOrder();
      return edit.madeAt;
    };
  }

  #lastBefore(offset: number, place: (edit: Edit) => number): Edit | undefined {
    const edits = this.#inOrder();
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = edits[middle];
      if (edit !== undefined && place(edit) <= offset) low = middle + 1;
      else high = middle;
    }
    return edits[low - 1];
  }

  #inOrder(): readonly Edit[] {
    if (this.#isSorted) return this.#edits;
    this.#isSorted = true;
    this.#edits = this.#edits.toSorted((left, right) => left.start - right.start);
    let longer = 0;
    for (const edit of this.#edits) {
      edit.madeAt = edit.start + longer;
      longer += edit.by.length - (edit.end - edit.start);
    }
    return this.#edits;
  }
}
