const { currentCase } = globalThis.suite;

/**
 * Says that the case is a row of a derived group: its rows differ in their traits only, such as the parameter that is wrong and how. A
 * full run takes every row; of a week of nights each trait occurs at least once (see `runner/planning/`), and the rows take turns.
 */
export function isRowOf(group: string, ...traits: readonly string[]): void {
  currentCase().variation = { group, traits };
}

/** Says that the case asks in one of the ways of writing a request: a night takes one of them for an endpoint, and another one a week later. */
export function isOneWayOfAsking(): void {
  isRowOf('ways of asking', 'a way of asking');
}
