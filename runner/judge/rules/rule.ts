import { isFirm, sourceOf } from '../../../schemas/evidence';
import type { Source } from '../../../schemas/endpoint';
import type { JudgedCall } from '../judge-call';

/** A promise that a call, or several calls together, broke. */
export interface Wrong {
  /** The fact that says so, in the ids of `npm run coverage`: `blackboard/delete/R5`. */
  readonly promise: string;
  /** What is wrong, without values: the same for every call with which it is. */
  readonly what: string;
  readonly expected?: unknown;
  readonly got?: unknown;
  /** The calls that show it, the guilty one last. */
  readonly calls: readonly JudgedCall[];
}

/** What is wrong with a call by itself, without the calls around it. */
export type Fault = Omit<Wrong, 'calls'>;

/** A member somewhere in a JSON value, by a path such as `result.data_list`; undefined where there is none. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (above, step) =>
        typeof above === 'object' && above !== null
          ? (above as Readonly<Record<string, unknown>>)[step]
          : undefined,
      value,
    );

/** The list there; an empty one where there is none. */
export function listAt(value: unknown, path: string): unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** Where a promise comes from; what no endpoint file tells of is inferred. */
export const sourceOfPromise = (promise: string): Source => sourceOf(promise) ?? 'inferred';

/** Whether a promise has to hold on any tenant; with `strict` every one has. */
export const isBinding = (promise: string, strict: boolean): boolean =>
  strict || isFirm(sourceOfPromise(promise));

/** When the answer to a call had come, in epoch milliseconds. */
export const endOf = ({ exchange: { startedAt, durationMs } }: JudgedCall): number => startedAt + durationMs;

/** Whether a call was answered with a success. */
export const isSuccess = ({ body, code }: JudgedCall): boolean => body !== undefined && code === undefined;
