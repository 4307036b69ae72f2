import { isRecord, type Call } from '../../emulator/call';
import { day } from '../../emulator/clock';
import { nextRow } from '../../emulator/products/report';
import type { Report, Template } from '../../emulator/tenant';
import { answeredIn, around, asked, isSuccess, valuesOf, withValues, type Fault } from './fault';
import { amid, both, everyNth, memory } from './trial-support';
import { insideValid } from './valid';

interface Page {
  readonly data_list: readonly Record<string, unknown>[];
  readonly next_cursor: number;
  readonly has_more: boolean;
}

const eightHours = 8 * 3_600_000;
const seventh = everyNth(7);
const drafts = memory<Report[]>(() => []);

/** Faults in writing reports and in their lists, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'report/create: fills the fields by the position of the contents',
    class: 'state',
    breaks:
      'key and sort of a content say which field it fills; sort never follows from the position (observed)',
    promises: ['report/create/R3', 'report/create/R4'],
    layer: insideValid('report/create', 'create_report_param', byPosition),
  },
  {
    id: 'report/create: cuts a content after 1000 bytes',
    class: 'state',
    breaks: 'content past 1000 characters is cut (documented)',
    promises: ['report/create/R11'],
    layer: insideValid('report/create', 'create_report_param', (given) => ({
      ...given,
      contents: (given.contents as { content: string }[]).map((one) => ({
        ...one,
        content: bytes(one.content),
      })),
    })),
  },
  {
    id: 'report/list: a filter by modification replaces the one by creation',
    class: 'lists',
    breaks: 'start_time and end_time filter by creation, beside the filters by modification (documented)',
    promises: ['report/list/R10', 'report/list/R11'],
    layer: asked('report/list', (values, { tenant }) => {
      const { modified_start_time: from, modified_end_time: to, start_time: start, end_time: end } = values;
      const valid = Number(start) <= Number(end) && Number(end) - Number(start) <= 180 * day;
      if (!valid || (from === undefined && to === undefined)) return values;
      return { ...values, start_time: tenant.clock.now() - 180 * day, end_time: tenant.clock.now() };
    }),
  },
  {
    id: 'report/list: start_time goes back to the beginning of its day',
    class: 'lists',
    breaks: 'start_time and end_time are moments in milliseconds that filter by creation (documented)',
    promises: ['report/list/R10'],
    layer: asked('report/list', (values) => {
      const start = Number(values.start_time);
      const midnight = start - ((start + eightHours) % day);
      const fits = start <= Number(values.end_time) && Number(values.end_time) - midnight <= 180 * day;
      return fits ? { ...values, start_time: midnight } : values;
    }),
  },
  {
    id: 'report/list: the filters count for the first page only',
    class: 'lists',
    breaks: 'cursor goes on with the list that template_name and userid select (documented)',
    promises: ['report/list/R3', 'report/list/R13'],
    layer: asked('report/list', (values) => {
      if (!(Number(values.cursor) > 0)) return values;
      const kept = Object.entries(values).filter(([name]) => name !== 'userid' && name !== 'template_name');
      return Object.fromEntries(kept);
    }),
  },
  {
    id: 'report/list: a row carries the name of the author of the row before',
    class: 'state',
    breaks: 'creator_name is the name of the person in creator_id (documented)',
    promises: ['report/list#result.data_list[].creator_name'],
    source: 'inferred',
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((row, place, all) => ({
        ...row,
        creator_name: (all[place - 1] ?? row).creator_name,
      })),
    })),
  },
  {
    id: 'report/list: ends when one row is left',
    class: 'lists',
    breaks: 'has_more tells whether there is more; the next cursor leads to it (documented)',
    promises: ['report/list#result.has_more'],
    layer: around('report/list', async (_, call, next) => {
      const reply = await next(call);
      const page = pageOf(reply.body);
      if (!isSuccess(reply) || !page?.has_more) return reply;
      const values = { ...valuesOf(call), cursor: page.next_cursor, size: 1 };
      const rest = pageOf((await next(withValues(call, values))).body);
      if (rest?.data_list.length !== 1 || rest.has_more) return reply;
      return { ...reply, body: { ...(reply.body as object), result: { ...page, has_more: false } } };
    }),
  },
  {
    id: 'report/list: leaves out the last row of one page in seven',
    class: 'lists',
    breaks: 'every report of the window is listed once, page by page (documented)',
    promises: ['report/list/R13'],
    layer: answeredIn<Page>('report/list', 'result', (page, call) =>
      seventh(call) ? { ...page, data_list: page.data_list.slice(0, -1) } : page,
    ),
  },
  {
    id: 'report/simplelist: template_name may be a part of the name',
    class: 'lists',
    breaks: 'template_name is matched exactly (observed)',
    promises: ['report/simplelist?template_name'],
    layer: around('report/simplelist', (_, call, next) => {
      const { template_name: name, ...others } = valuesOf(call);
      if (typeof name !== 'string' || name.trim() === '') return next(call);
      const reports = call.tenant.reports.filter(({ templateName }) => templateName.includes(name));
      return amid(call, { reports }, (asking) => next(withValues(asking, others)));
    }),
  },
  {
    id: 'report/savecontent: the draft shows in the summaries',
    class: 'state',
    breaks: 'savecontent creates no report (documented)',
    promises: ['report/savecontent/R2'],
    layer: both(
      around('report/savecontent', async (_, call, next) => {
        const reply = await next(call);
        const given = call.body.values.create_report_param;
        if (isSuccess(reply) && isRecord(given)) drafts(call).push(draft(call, given, reply.body));
        return reply;
      }),
      around('report/simplelist', (_, call, next) => {
        const reports = [...call.tenant.reports, ...drafts(call)].sort((a, b) => a.row - b.row);
        return amid(call, { reports }, next);
      }),
    ),
  },
];

function pageOf(body: object | string): Page | undefined {
  return typeof body === 'object' ? (body as { result?: Page }).result : undefined;
}

function byPosition(given: Record<string, unknown>, { tenant }: Call): Record<string, unknown> {
  const fields: Template['fields'] =
    tenant.templates.find(({ id }) => id === given.template_id)?.fields ?? [];
  const contents = given.contents as Record<string, unknown>[];
  const known = contents.every(({ key, sort }) =>
    fields.some((field) => field.name === key && field.sort === Number(sort)),
  );
  if (!known) return given;
  const placed = contents.map((one, place) => ({
    ...one,
    key: fields[place]?.name,
    sort: fields[place]?.sort,
  }));
  return { ...given, contents: placed };
}

function bytes(text: string): string {
  return Buffer.from(text)
    .subarray(0, 1000)
    .toString()
    .replace(/\ufffd+$/, '');
}

function draft({ tenant }: Call, given: Record<string, unknown>, reply: object | string): Report {
  const createdAt = Math.floor(tenant.clock.now() / 1000) * 1000;
  return {
    id: (reply as { result: string }).result,
    row: nextRow(tenant),
    templateName: tenant.templates.find(({ id }) => id === given.template_id)?.name ?? '',
    author: String(given.userid),
    createdAt,
    modifiedAt: createdAt,
    remark: '',
    contents: [],
    receivers: [],
    readers: new Set(),
    likers: new Set(),
    comments: [],
  };
}
