import { familyOf, refusalSchema } from '../../schemas/gateways';
import {
  createAnnouncement,
  deleteAnnouncement,
  getAnnouncement,
  getBlackboard,
  getCheckinRecords,
  getReportStatistics,
  listAnnouncementIds,
  listDismissedEmployees,
  listOnJobEmployees,
  listReports,
  listTopTen,
} from '../../schemas/index';
import type { Endpoint } from '../../schemas/endpoint';
import { violations } from '../../schemas/validate';
import { goodRequests } from '../good-requests';
import { useVariant } from '../testing/use-variant';

const operation_userid = 'manager4220';
const nobodysId = '0'.repeat(32);

const closed: { variant: string; endpoint: Endpoint; id: string }[] = [
  { variant: 'forbidden-archived', endpoint: getAnnouncement, id: 'blackboard/get' },
  { variant: 'forbidden-archived', endpoint: getReportStatistics, id: 'report/statistics' },
  { variant: 'unpermitted', endpoint: getCheckinRecords, id: 'checkin/record-get' },
  { variant: 'no-reports', endpoint: listReports, id: 'report/list' },
  { variant: 'no-announcing', endpoint: createAnnouncement, id: 'blackboard/create' },
];

describe.each(closed)('The variant $variant', ({ variant, endpoint, id }) => {
  const visitor = useVariant(variant);

  it(`refuses ${id} with 88/60011`, async () => {
    const { body } = await visitor().send(endpoint, { ...goodRequests(visitor().emulator)[id] });

    expect(body).toMatchObject({ errcode: 88, sub_code: '60011' });
    expect(violations(refusalSchema('topapi'), body)).toEqual([]);
  });
});

const inOtherWords: { endpoint: Endpoint; id: string; wanted: object }[] = [
  {
    endpoint: listTopTen,
    id: 'blackboard/listtopten',
    wanted: { errcode: 88, sub_code: '60011', sub_msg: '没有调用该接口的权限' },
  },
  { endpoint: listOnJobEmployees, id: 'hrm/queryonjob', wanted: { errcode: 400020 } },
  { endpoint: listDismissedEmployees, id: 'hrm/dismissions', wanted: { code: 'noPermission' } },
  {
    endpoint: getBlackboard,
    id: 'blackboard/get-blackboard',
    wanted: { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' },
  },
];

describe.each(inOtherWords)('The variant other-codes at $id', ({ endpoint, id, wanted }) => {
  const visitor = useVariant('other-codes');

  it('answers an app that has it', async () => {
    const { status } = await visitor().send(endpoint, { ...goodRequests(visitor().emulator)[id] });

    expect(status).toBe(200);
  });

  it('refuses an app without the permission in words of its own', async () => {
    const request = goodRequests(visitor().emulator)[id];
    for (const app of visitor().emulator.tenant.apps.values()) app.scopes.clear();

    const { body } = await visitor().send(endpoint, { ...request });

    expect(body).toMatchObject(wanted);
    expect(violations(refusalSchema(familyOf(endpoint)), body)).toEqual([]);
  });
});

const closedOnV1: { variant: string; endpoint: Endpoint }[] = [
  { variant: 'unpermitted', endpoint: listDismissedEmployees },
  { variant: 'no-announcing', endpoint: getBlackboard },
];

describe.each(closedOnV1)('The variant $variant on v1.0', ({ variant, endpoint }) => {
  const visitor = useVariant(variant);

  it('refuses with 403 and names the scopes', async () => {
    const { status, body } = await visitor().send(endpoint, { blackboardId: nobodysId });

    expect(status).toBe(403);
    expect(body).toMatchObject({ accessdenieddetail: { requiredScopes: [expect.any(String)] } });
  });
});

describe('The variant token-last', () => {
  const visitor = useVariant('token-last');

  it.each([
    { what: 'a missing parameter before a missing token', of: listTopTen.path, body: '{}', errcode: 40 },
    { what: 'a missing token of a good request', of: listTopTen.path, body: '{"userid":"u"}', errcode: 88 },
    {
      what: 'a path that is no API before both',
      of: '/topapi/blackboard/nosuchapi',
      body: '{}',
      errcode: 22,
    },
  ])('refuses $what', async ({ of, body, errcode }) => {
    const headers = { 'content-type': 'application/json' };

    expect((await visitor().raw('POST', of, { headers, body })).body).toMatchObject({ errcode });
  });
});

describe('The variant second-delete-ok', () => {
  const visitor = useVariant('second-delete-ok');

  it('answers result false for an id that nothing has', async () => {
    const answer = await visitor().must(deleteAnnouncement, { blackboard_id: nobodysId, operation_userid });

    expect(answer).toMatchObject({ errcode: 0, result: false });
  });

  it('still refuses who may not delete', async () => {
    const { user } = visitor().emulator.people;

    const { body } = await visitor().send(deleteAnnouncement, {
      blackboard_id: nobodysId,
      operation_userid: user,
    });

    expect(body).toMatchObject({ errcode: 400020 });
  });
});

describe('The variant clamping', () => {
  const visitor = useVariant('clamping');
  const list = (query: object) =>
    visitor().send(listAnnouncementIds, {
      query_request: { operation_userid, page: 1, page_size: 30, ...query },
    });

  it('answers a page of 31 with 30', async () => {
    expect((await list({ page_size: 31 })).body.result).toHaveLength(30);
  });

  it('cuts a window to 180 days', async () => {
    const times = { start_time: '2020-01-01 00:00:00', end_time: '2026-01-01 00:00:00' };

    expect((await list(times)).body).toMatchObject({ errcode: 0 });
  });

  it('still refuses a page of 0', async () => {
    expect((await list({ page_size: 0 })).body).not.toMatchObject({ errcode: 0 });
  });
});
