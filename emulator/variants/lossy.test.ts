import { deleteAnnouncement, listAnnouncementIds } from '../../schemas';
import { useVariant } from '../testing/use-variant';

describe('a tenant that loses the answers to writes', () => {
  const visitor = useVariant('lossy-writes');

  it('loses one deletion in five, never the same twice in a row, and half of them after they happened', async () => {
    const operation_userid = visitor().emulator.people.operator;
    const ids = visitor()
      .emulator.tenant.announcements.slice(0, 60)
      .map(({ id }) => id);
    const answered = new Set<string>();
    for (const id of ids) {
      await visitor()
        .must(deleteAnnouncement, { blackboard_id: id, operation_userid })
        .then(() => answered.add(id))
        .catch(() => undefined);
    }
    const lost = ids.filter((id) => !answered.has(id));
    const left = new Set(visitor().emulator.tenant.announcements.map(({ id }) => id));

    expect(lost).toHaveLength(12);
    expect(lost.filter((id) => left.has(id))).toHaveLength(6);
    expect(ids.filter((id) => left.has(id))).toHaveLength(6);
  });

  it('answers reads', async () => {
    const query_request = { operation_userid: visitor().emulator.people.operator, page: 1, page_size: 1 };

    expect((await visitor().must(listAnnouncementIds, { query_request })).errcode).toBe(0);
  });
});
