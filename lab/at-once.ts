/** Does something with every item, so many at a time; the results stand in the order in which they came. */
export async function atOnce<Item, Result>(
  workers: number,
  items: readonly Item[],
  act: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of queue) results.push(await act(item, place));
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
