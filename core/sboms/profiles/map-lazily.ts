/** What a function makes of the elements of a list, made anew with every walk and kept by nobody. */
export function mapLazily<Item, Result>(items: Iterable<Item>, map: (item: Item) => Result): Iterable<Result> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield map(item);
    },
  };
}
