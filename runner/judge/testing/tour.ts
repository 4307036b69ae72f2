import type { Exchange } from '../../../client/exchange';
import { CallFailure } from '../../../client/failure';
import { Redactor } from '../../../client/redaction/redact';
import { readConfig } from '../../../config/config';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/server';
import { anAnnouncement, aChange } from '../../../fixtures/blackboard/announcement';
import { aReport } from '../../../fixtures/report/report';
import { tagOf } from '../../../fixtures/tag';
import * as schemas from '../../../schemas';
import type { Endpoint } from '../../../schemas/endpoint';
import { connect } from '../../session/connect';
import { environmentOf } from '../../testing/use-tenant';

const dayMs = 86_400_000;

/** Speaks to an embedded tenant, and gives the body of a success; an empty one for whatever else came. */
type Send = <Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  options?: { token?: null },
) => Promise<Partial<Response>>;

/**
 * The calls of somebody who uses every endpoint of an embedded tenant as the documentation says, and what came back. It takes a moment.
 * @param options how the tenant is started, such as with a fault; @param product the one that is used, such as `report`; all of them by default.
 */
export async function tour(options: EmulatorOptions = {}, product?: string): Promise<Exchange[]> {
  const emulator = await startEmulator(options);
  const { client, exchanges } = await connect(readConfig(environmentOf(emulator)), new Redactor());
  const send: Send = async (endpoint, request, how) => {
    try {
      const reply = await client.send(endpoint, request, how);
      return reply.refused ? {} : (reply.body ?? {});
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      return {};
    }
  };
  try {
    for (const [name, part] of Object.entries(parts))
      if (product === undefined || name === product) await part(emulator, send);
  } finally {
    await emulator.close();
  }
  return [...exchanges];
}

const parts: Readonly<Record<string, (emulator: Emulator, send: Send) => Promise<void>>> = {
  token: tokens,
  blackboard: announcements,
  report: reports,
  hrm: employees,
  checkin: checkins,
  ai: texts,
};

async function tokens({ app: { appKey, appSecret } }: Emulator, send: Send): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await send(schemas.getToken, { appkey: appKey, appsecret: appSecret });
    await send(schemas.getAccessToken, { appKey, appSecret });
  }
}

async function announcements({ people, tenant, deptId }: Emulator, send: Send): Promise<void> {
  const { operator, user } = people;
  const mark = { operator, tag: tagOf('0a1b2c', '3d4e5f', 1) };
  const { result = [] } = await send(schemas.listCategories, { operation_userid: operator });
  const [category = '', another = ''] = result.map(({ id }) => id);
  await send(schemas.createAnnouncement, {
    create_request: anAnnouncement(
      { ...mark, receivers: { userid_list: [user], deptid_list: [deptId] } },
      {
        ...{ author: '行政部', content: '第一行 😀\n第二行', push_top: true, private_level: 0 },
        category_id: category,
      },
    ),
  });
  const id = tenant.announcements.at(-1)?.id ?? '';
  const read = async (): Promise<void> => {
    await send(schemas.getAnnouncement, { blackboard_id: id, operation_userid: operator });
    await send(schemas.getBlackboard, { blackboardId: id, operationUserId: operator });
  };
  await read();
  await send(schemas.getBlackboard, { blackboardId: id, operationUserId: operator }, { token: null });
  await send(schemas.getAnnouncement, { blackboard_id: id, operation_userid: operator }, { token: null });
  for (const page of [1, 2])
    await send(schemas.listAnnouncementIds, {
      query_request: { operation_userid: operator, page, page_size: 5 },
    });
  await send(schemas.listTopTen, { userid: user });
  await send(schemas.updateAnnouncement, {
    update_request: aChange({ ...mark, id }, { author: '人事部', category_id: another }),
  });
  await read();
  await send(schemas.deleteAnnouncement, { blackboard_id: id, operation_userid: operator });
  await read();
}

async function reports({ people, templateName }: Emulator, send: Send): Promise<void> {
  const { operator, user: userid } = people;
  const { result: template } = await send(schemas.getTemplateByName, { userid, template_name: templateName });
  for (const offset of [0, 2]) await send(schemas.listTemplatesByUser, { userid, offset, size: 2 });
  const author = { author: userid, to: [operator] };
  if (template) {
    const draft = aReport({ ...author, template }, ['完成了 <周报>'.repeat(80), '**无**', '第三']);
    const { result: id = '' } = await send(schemas.createReport, { create_report_param: draft });
    await send(schemas.getReportStatistics, { report_id: id });
    await send(schemas.listReceivers, { report_id: id, offset: 0, size: 10 });
    for (const type of [0, 1, 2] as const)
      await send(schemas.listReportPeople, { report_id: id, type, offset: 0, size: 10 });
    await send(schemas.listComments, { report_id: id, offset: 0, size: 10 });
    const { template_id: of, contents } = draft;
    const saved = { template_id: of, userid, dd_from: 'api-suite', contents };
    await send(schemas.saveReportContent, { create_report_param: saved });
  }
  await send(schemas.getUnreadCount, { userid: operator });
  const window = { start_time: Date.now() - 100 * dayMs, end_time: Date.now() + 60_000, size: 3 };
  const filters = [{}, { userid }, { template_name: templateName }];
  for (const filter of filters) {
    await pages((cursor) => send(schemas.listReports, { ...window, ...filter, cursor }));
    await pages((cursor) => send(schemas.listReportSummaries, { ...window, ...filter, cursor }));
  }
  const late = { ...window, start_time: Date.now() - 3_600_000, size: 20, userid };
  await send(schemas.listReports, { ...late, cursor: 0 });
}

interface Page {
  readonly result?: { readonly next_cursor?: number | null; readonly has_more?: boolean } | undefined;
}

async function pages(read: (cursor: number) => Promise<Page>, most = 4): Promise<void> {
  for (let [cursor, page] = [0, 0]; page < most; page += 1) {
    const { result } = await read(cursor);
    if (typeof result?.next_cursor !== 'number' || result.has_more === false) return;
    cursor = result.next_cursor;
  }
}

async function employees(_: Emulator, send: Send): Promise<void> {
  await pages((offset) => send(schemas.listOnJobEmployees, { status_list: '2,3,5,-1', offset, size: 20 }));
  await pages((offset) => send(schemas.listPreEntryEmployees, { offset, size: 5 }));
  let token = 0;
  for (let page = 0; page < 3; page += 1) {
    const { nextToken, hasMore } = await send(schemas.listDismissedEmployees, {
      nextToken: token,
      maxResults: 10,
    });
    if (hasMore !== true || nextToken === undefined) break;
    token = nextToken;
  }
}

async function checkins({ people, deptId }: Emulator, send: Send): Promise<void> {
  const window = { start_time: Date.now() - 9 * dayMs, end_time: Date.now() };
  const userid = people.user;
  await pages((cursor) =>
    send(schemas.getCheckinRecords, { ...window, userid_list: userid, cursor, size: 3 }),
  );
  await send(schemas.getDepartmentCheckins, {
    ...window,
    ...{ department_id: String(deptId), offset: 0, size: 5, order: 'asc' },
  });
}

async function texts(_: Emulator, send: Send): Promise<void> {
  await send(schemas.recognizeText, { type: 'idcard', image_url: 'https://example.com/card.jpg' });
  await send(schemas.translateText, { query: '你好', source_language: 'zh', target_language: 'en' });
  await send(schemas.recognizeSpeech, { media_id: '@lADPDeC2ufXOeRzMqM0BLA' });
}
