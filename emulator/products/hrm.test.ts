import { listDismissedEmployees, listOnJobEmployees, listPreEntryEmployees } from '../../schemas/index';
import { useEmulator } from '../testing/use-emulator';

const visitor = useEmulator();

describe('listPreEntryEmployees', () => {
  it('pages by an offset that is absent at the end', async () => {
    const page = async (offset: number) =>
      (await visitor().must(listPreEntryEmployees, { offset, size: 50 })).result;

    expect(await page(0)).toMatchObject({ next_cursor: 50 });
    expect(await page(100)).toEqual({ data_list: visitor().emulator.tenant.preEntry.slice(100) });
    expect(await page(130)).toEqual({ data_list: [] });
  });
});

describe('listOnJobEmployees', () => {
  it('finds exactly the statuses that are asked for', async () => {
    const { onJob } = visitor().emulator.tenant;
    const wanted = onJob.filter(({ status }) => ['5', '-1'].includes(status)).map(({ userid }) => userid);

    const { result } = await visitor().must(listOnJobEmployees, { status_list: '5,-1', offset: 0, size: 50 });

    expect(result.data_list).toEqual(wanted.slice(0, 50));
  });
});

describe('listDismissedEmployees', () => {
  it.each([
    { when: 'the smallest page', given: { maxResults: 1 }, status: 200, code: undefined },
    { when: 'a token below 0', given: { nextToken: -1 }, status: 400, code: 'invalidParameter' },
  ])('answers $when with $status', async ({ given, status, code }) => {
    const answer = await visitor().send(listDismissedEmployees, given);

    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
  });

  it('pages by a token that moves, until there is no more', async () => {
    const { dismissed } = visitor().emulator.tenant;

    const first = await visitor().must(listDismissedEmployees, {});
    const last = await visitor().must(listDismissedEmployees, { nextToken: 100, maxResults: 50 });

    expect(first).toEqual({ nextToken: 30, hasMore: true, userIdList: dismissed.slice(0, 30) });
    expect(last).toEqual({ nextToken: 130, hasMore: false, userIdList: dismissed.slice(100) });
  });
});
