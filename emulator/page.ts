import { badParameter } from './refusal';

/** One page of a list: its rows and, unless it is the last, the offset of the next. */
export interface Page<Row> {
  readonly rows: Row[];
  readonly next?: number;
}

/**
 * Cuts the page that begins at `offset` and holds up to `size` rows. A negative offset and a size below one are refused:
 * few pages of the docs name these limits, so it is assumed for the others.
 */
export function pageAt<Row>(all: readonly Row[], offset: number, size: number): Page<Row> {
  if (offset < 0 || size < 1) throw badParameter('offset or size');
  const rows = all.slice(offset, offset + size);
  const next = offset + rows.length;
  return next < all.length ? { rows, next } : { rows };
}
