import { createAnnouncement, listAnnouncementIds } from '../../schemas/index';
import type { CreateAnnouncementRequest, ListAnnouncementIdsRequest } from '../../schemas/types';
import { useEmulator } from '../testing/use-emulator';
import type { Visitor } from '../seed/visitor';

/** The main administrator and an ordinary employee of the seed. */
export const operation_userid = 'manager4220';
export const receiver = '014722583940217741';

/** What the tests of announcements need: a caller, a clock that stands still, and two things to do. */
export interface Announcing {
  readonly visitor: () => Visitor;
  readonly now: () => number;
  readonly wait: (seconds: number) => void;
  /** Creates an announcement one second later and returns its id. */
  readonly announce: (given?: Partial<CreateAnnouncementRequest['create_request']>) => Promise<string>;
  readonly ids: (query?: Partial<ListAnnouncementIdsRequest['query_request']>) => Promise<readonly string[]>;
}

/** Starts a tenant whose clock stands half a second after a whole one, so that no edge is hidden. */
export function useAnnouncing(): Announcing {
  let moment = Date.UTC(2026, 6, 1, 4, 0, 0, 500);
  const visitor = useEmulator({ now: () => moment });
  const wait = (seconds: number) => {
    moment += seconds * 1000;
  };

  const ids: Announcing['ids'] = async (query) => {
    const query_request = { operation_userid, page: 1, page_size: 30, ...query };
    const { result = [] } = await visitor().must(listAnnouncementIds, { query_request });
    return result;
  };

  const announce: Announcing['announce'] = async (given) => {
    wait(1);
    const words = { operation_userid, title: '标题', content: '内容' };
    const create_request = { ...words, blackboard_receiver: { userid_list: [receiver] }, ...given };
    await visitor().must(createAnnouncement, { create_request });
    const [id = ''] = await ids({ page_size: 1 });
    return id;
  };

  return { visitor, now: () => moment, wait, announce, ids };
}
