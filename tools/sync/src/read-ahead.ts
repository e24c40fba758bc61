/** Yields items in order, and fetches the next one while the current one is processed. */
export async function* readAhead<T>(
  items: AsyncGenerator<T, undefined>,
): AsyncGenerator<T, undefined> {
  try {
    for (let next = items.next(); ;) {
      const { done, value } = await next;
      if (done === true) return;
      next = items.next();
      next.catch(() => {}); // thrown when it is awaited
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
