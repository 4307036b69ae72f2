/**
 * Something that the cases of a spec file only look at, such as an announcement that nothing may change: arranged by the first case
 * that asks, removed after the last. A case that changes what it looks at needs one of its own.
 * @param name tells what it is; the plan books its calls under that name, once a night.
 */
export function shared<Value>(name: string, arrange: () => Promise<Value>): () => Promise<Value> {
  return () => globalThis.suite.share(name, arrange);
}
