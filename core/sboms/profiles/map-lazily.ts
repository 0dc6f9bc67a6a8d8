/** What a function makes of the elements of a list, made anew with every walk and kept by nobody. */
export function mapLazily<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Iterable<Result> {
  return {
    [Symbol.iterator]() {
      // Not a generator: resuming one for every component of a long document costs as much as a profile does.
      let index = 0;
      return {
        next: () => {
          if (index >= items.length) return { done: true, value: undefined };
          index += 1;
          return { done: false, value: map(items[index - 1] as Item) };
        },
      };
    },
  };
}
