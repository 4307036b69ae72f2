import type { Matrix, Row } from './matrix';
import { fileOf } from './stages';

/** One fault of `lab/results/faults.json`. */
export interface ProvedFault extends Pick<Row, 'id' | 'endpoint' | 'handWritten'> {
  readonly class: string;
  readonly noticed: boolean;
  /** How many cases noticed it, of those that were run on the tenant. */
  readonly cases: number;
  /** The spec files that they stand in. */
  readonly files: readonly string[];
  /** Whether one of them claims a promise that the fault breaks. */
  readonly byClaim: boolean;
  /** The digest of the files that this result depends on, as they were. */
  readonly basis?: string;
}

/** What the runs of the catalogue leave in the repository: of each fault the last result. */
export interface Proved {
  /** The day of the last one, as `2026-11-24`, and its commit. */
  readonly date: string;
  readonly commit: string;
  /** The time of the last run of the whole catalogue. */
  readonly durationSeconds: number;
  readonly processes: number;
  /** How many faults the catalogue has; more than are listed where a run was stopped. */
  readonly catalogue: number;
  readonly faults: readonly ProvedFault[];
  /** By spec file and title, how many faults each case noticed. */
  readonly cases: readonly { readonly file: string; readonly title: string; readonly faults: number }[];
}

/** What a run found, as it is committed. @param basis digests by the id of the fault. */
export function resultsOf(
  { rows, cases }: Matrix,
  about: Pick<Proved, 'date' | 'commit' | 'durationSeconds' | 'processes' | 'catalogue'>,
  basis: ReadonlyMap<string, string>,
): Proved {
  return {
    ...about,
    faults: rows.map(({ id, class: kind, endpoint, handWritten, noticedBy }) => ({
      id,
      class: kind,
      endpoint,
      handWritten,
      noticed: noticedBy.length > 0,
      cases: noticedBy.length,
      files: [...new Set(noticedBy.map((notice) => fileOf(notice.case)))],
      byClaim: noticedBy.some(({ claimed }) => claimed),
      ...(basis.has(id) ? { basis: basis.get(id) ?? '' } : {}),
    })),
    cases: Object.entries(cases).map(([key, faults]) => {
      const space = key.indexOf(' ');
      return { file: key.slice(0, space), title: key.slice(space + 1), faults: faults.length };
    }),
  };
}

/**
 * What is known after a run of a part: its own results, and those of an earlier run for what was not tried.
 * @param ids the faults that the catalogue has, in its order. Of a case the greater number counts, since a part may not have given it the chance;
 * but where its file has changed (`isChanged`) only what it noticed now.
 */
export function merged(
  earlier: Proved | undefined,
  now: Proved,
  ids: readonly string[],
  isChanged: (file: string) => boolean,
): Proved {
  const results = new Map([...(earlier?.faults ?? []), ...now.faults].map((fault) => [fault.id, fault]));
  const counts = new Map(
    earlier?.cases.map(({ file, title, faults }) => [`${file} ${title}`, isChanged(file) ? 0 : faults]),
  );
  return {
    ...now,
    faults: ids.flatMap((id) => results.get(id) ?? []),
    cases: now.cases.map(({ file, title, faults }) => {
      return { file, title, faults: Math.max(faults, counts.get(`${file} ${title}`) ?? 0) };
    }),
  };
}

/** The text of the file: one line for each fault and each case, so that a change is easy to read. */
export function resultsText({ faults, cases, ...about }: Proved): string {
  const head = JSON.stringify(about, null, 2).slice(0, -2);
  const lines = (items: readonly object[]): string =>
    items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `${head},\n  "faults": [\n${lines(faults)}\n  ],\n  "cases": [\n${lines(cases)}\n  ]\n}\n`;
}
