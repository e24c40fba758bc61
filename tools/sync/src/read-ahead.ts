/** Gives items one after the other, and gets the next one while the last one is worked on. */
export async function* readAhead<T>(
  items: AsyncGenerator<T, undefined>,
): AsyncGenerator<T, undefined> {
  try {
    for (let next = items.next(); ;) {
      const { done, value } = await next;
      if (done === true) return;
      next = items.next();
      next.catch(() => {}); // told once it is waited for
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
