/** What a link to the page asks it to open: `#cause=<id>`, `#case=<id>`. */
export interface Linked {
  readonly cause?: string;
  readonly case?: string;
}

/** Reads the part of an address after `#`; `#cause-<id>` is the form of the anchor itself. */
export function linkedIn(hash: string): Linked {
  const [, what, id] = /^#(cause|case)[=-]([0-9a-f]+)$/.exec(hash) ?? [];
  return what === undefined || id === undefined ? {} : { [what]: id };
}

/** The address of the page with what it should open. */
export const linkTo = (what: keyof Linked, id: string): string =>
  `${location.href.replace(/#.*/, '')}#${what}=${id}`;
