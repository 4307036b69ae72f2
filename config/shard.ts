import { UserError, type Text } from './language';

/** Which part of a run this machine has: the `index`th of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The `--shard=i/n` of Jest's parameters; the whole run where there is none. */
export function shardIn(parameters: readonly string[]): Shard {
  const text = parameters
    .map((parameter, place) =>
      parameter === '--shard' ? `--shard=${parameters[place + 1] ?? ''}` : parameter,
    )
    .find((parameter) => parameter.startsWith('--shard='));
  const given = text?.match(/^--shard=(\d+)\/([1-9]\d*)$/);
  return given ? { index: Number(given[1]), count: Number(given[2]) } : { index: 1, count: 1 };
}

/**
 * What one of several shards has of something that all of them together may not exceed, such as calls.
 * @throws UserError where there is less than one for each.
 */
export function shareOf(whole: number, { count }: Shard, what: Text): number {
  const share = Math.floor(whole / count);
  if (share > 0) return share;
  throw new UserError({
    en: `${count} shards cannot share ${whole} ${what.en}: take fewer shards.`,
    zh: `${count} 个分片无法分配 ${whole} ${what.zh}：请减少分片数。`,
  });
}
