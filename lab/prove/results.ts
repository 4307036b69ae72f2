import type { Matrix } from './matrix';
import { fileOf } from './stages';

/** One fault of `lab/results/faults.json`. */
interface ProvedFault {
  readonly id: string;
  readonly class: string;
  /** An endpoint's id, or `gateway`. */
  readonly endpoint: string;
  readonly handWritten: boolean;
  readonly noticed: boolean;
  /** How many cases noticed it, of those that were run on the tenant. */
  readonly cases: number;
  /** The spec files that they stand in. */
  readonly files: readonly string[];
  /** Whether one of them claims a promise that the fault breaks. */
  readonly byClaim: boolean;
  /** Why nobody can notice it, where that is argued. */
  readonly escape?: string;
}

/** What a proof of the whole catalogue leaves in the repository. */
export interface Proof {
  /** The day, as `2026-11-24`. */
  readonly date: string;
  readonly commit: string;
  readonly durationSeconds: number;
  readonly processes: number;
  /** How many faults the catalogue has; more than are listed where a proof was stopped. */
  readonly catalogue: number;
  readonly faults: readonly ProvedFault[];
  /** By spec file and title, how many faults each case noticed. */
  readonly cases: readonly { readonly file: string; readonly title: string; readonly faults: number }[];
}

/** The proof as it is committed. */
export function proofOf(
  { rows, cases }: Matrix,
  about: Pick<Proof, 'date' | 'commit' | 'durationSeconds' | 'processes' | 'catalogue'>,
): Proof {
  return {
    ...about,
    faults: rows.map(({ id, class: kind, endpoint, handWritten, noticedBy, escape }) => ({
      id,
      class: kind,
      endpoint,
      handWritten,
      noticed: noticedBy.length > 0,
      cases: noticedBy.length,
      files: [...new Set(noticedBy.map((notice) => fileOf(notice.case)))],
      byClaim: noticedBy.some(({ claimed }) => claimed),
      ...(escape === undefined ? {} : { escape }),
    })),
    cases: Object.entries(cases).map(([key, faults]) => {
      const space = key.indexOf(' ');
      return { file: key.slice(0, space), title: key.slice(space + 1), faults: faults.length };
    }),
  };
}

/** The text of the file: one line for each fault and each case, so that a change is easy to read. */
export function proofText({ faults, cases, ...about }: Proof): string {
  const head = JSON.stringify(about, null, 2).slice(0, -2);
  const lines = (items: readonly object[]): string =>
    items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `${head},\n  "faults": [\n${lines(faults)}\n  ],\n  "cases": [\n${lines(cases)}\n  ]\n}\n`;
}
