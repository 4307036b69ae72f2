import { root } from '../../config/root';
import type { Emulator } from '../../emulator/server';
import type { Announcement } from '../../emulator/tenant';
import { tagIn } from '../../fixtures/tag';
import type { Place } from '../program';

/** Where our scripts run, with these variables. */
export const place = (env: Readonly<Record<string, string>>): Place => ({ folder: root, env, seconds: 120 });

/** The announcements with a tag of the suite. */
export const oursOn = ({ tenant }: Emulator): Announcement[] =>
  tenant.announcements.filter(({ title }) => tagIn(title) !== undefined);

/** Everything about the foreign announcements, as one text. */
export const foreignOn = ({ tenant }: Emulator): string =>
  JSON.stringify(
    tenant.announcements
      .filter(({ title }) => tagIn(title) === undefined)
      .map((one) => ({ ...one, readers: [...one.readers].sort() })),
  );

/** The moment so many milliseconds after something of ours is on the tenant; `made` says how long that took. */
export function afterFirst(emulator: Emulator, waitMs: number) {
  const startedAt = Date.now();
  let madeAt = Infinity;
  const isOver = (): boolean => {
    if (madeAt === Infinity && oursOn(emulator).length > 0) madeAt = Date.now();
    return Date.now() >= madeAt + waitMs;
  };
  return { isOver, made: () => madeAt - startedAt };
}
