import type { Dice } from '../dice';
import { ordinary } from './people';
import type { Comment, Report } from '../tenant';

const remarks = ['不错', '辛苦了', '收到', '请补充数据', '下周例会讨论', '👍'];
const longThread = 45;
// People comment on a report the day they get it.
const workday = 10 * 3_600_000;

type Silent = Omit<Report, 'readers' | 'likers' | 'comments'>;

/**
 * Adds what people did about reports: only receivers read (inferred), and some of those like and comment. The latest
 * report of the ordinary employee that anybody received is read and liked by all of them, and gets a thread of several pages.
 */
export function seedActivity(dice: Dice, now: number, reports: readonly Silent[]): Report[] {
  const busiest = reports.findLast(({ author, receivers }) => author === ordinary && receivers.length > 0);
  return reports.map((report) => {
    const attention = dice.next();
    const readers = report.receivers.filter(() => report === busiest || dice.chance(attention));
    const likers = readers.filter(() => report === busiest || dice.chance(0.3));
    const lines =
      report === busiest ? longThread : readers.length > 0 && dice.chance(0.4) ? dice.int(1, 4) : 0;
    return {
      ...report,
      readers: new Set(readers),
      likers: new Set(likers),
      comments: thread(dice, now, report, lines),
    };
  });
}

function thread(dice: Dice, now: number, { author, receivers, createdAt }: Silent, lines: number): Comment[] {
  const moments = Array.from({ length: lines }, () =>
    dice.int(createdAt + 1000, Math.min(now - 1000, createdAt + workday)),
  );
  return moments
    .sort((a, b) => a - b)
    .map((at) => ({ userid: dice.pick([author, ...receivers]), content: dice.pick(remarks), createdAt: at }));
}
