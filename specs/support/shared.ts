/**
 * Something that the cases of a spec file only look at, such as an announcement that nothing may change: arranged by the first case
 * that asks, removed after the last. A case that changes what it looks at needs one of its own.
 * @param name tells what it is; the plan books its calls under that name, once a night.
 */
export function shared<Value>(name: string, arrange: () => Promise<Value>): Shared<Value> {
  const get = (): Promise<Value> => globalThis.suite.share(name, arrange);
  return Object.assign(get, {
    spoil: () => {
      globalThis.suite.spoil(name);
    },
  });
}

/** What cases share, for whoever asks. */
export interface Shared<Value> {
  (): Promise<Value>;
  /** Says that somebody has changed it: who asks from now on gets a new one, and this one is removed with it in the end. */
  readonly spoil: () => void;
}
