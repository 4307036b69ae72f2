import type { Reply } from '../emulator/call';
import { answeredIn, around, asked, isSuccess, valuesOf, without, type Fault } from './fault';

import { insideValid } from './valid';

type Fields = Record<string, unknown>;
interface Page {
  readonly data_list: Fields[];
  readonly has_more: boolean;
}
interface Sent extends Fields {
  readonly contents: Fields[];
}

const create = (change: (report: Sent) => Fields): Fault['layer'] =>
  insideValid('report/create', 'create_report_param', (report) => change(report as Sent));

const eachListed = (change: (report: Fields) => Fields): Fault['layer'] =>
  answeredIn<Page>('report/list', 'result', (page) => ({ ...page, data_list: page.data_list.map(change) }));

const values = (change: (value: string) => string): Fault['layer'] =>
  eachListed((report) => ({
    ...report,
    contents: (report.contents as Fields[]).map((one) => ({ ...one, value: change(String(one.value)) })),
  }));

const ignored = (endpoint: string, parameter: string): Fault['layer'] =>
  asked(endpoint, (parameters) => without(parameters, parameter));

/** Wrong ways of keeping and listing reports, written by hand from the promises of the docs. */
export const reportFaults: readonly Fault[] = [
  {
    id: 'report/create: keeps nothing',
    class: 'state',
    breaks: 'a report that was created is listed',
    layer: around('report/create', async (_, call, next) => {
      const before = [...call.tenant.reports];
      const reply = await next(call);
      call.tenant.reports = before;
      return reply;
    }),
  },
  {
    id: 'report/create: loses the last content',
    class: 'state',
    breaks: 'every content is read back',
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, contents: (one.contents as Fields[]).slice(0, -1) })),
    })),
  },
  {
    id: 'report/create: swaps the contents of two fields',
    class: 'state',
    breaks: 'every content is read back under its key',
    layer: create((report) => {
      const texts = report.contents.map(({ content }) => content).reverse();
      return {
        ...report,
        contents: report.contents.map((one, index) => ({ ...one, content: texts[index] })),
      };
    }),
  },
  {
    id: 'report/create: drops the last receiver',
    class: 'state',
    breaks: 'everyone in to_userids receives the report',
    layer: create((report) => ({ ...report, to_userids: (report.to_userids as string[]).slice(0, -1) })),
  },
  {
    id: 'report/create: sends it to a stranger as well',
    class: 'state',
    breaks: 'nobody else receives the report',
    layer: asked('report/create', (parameters, { tenant }) => {
      const report = parameters.create_report_param as Fields;
      const to = (report.to_userids ?? []) as string[];
      const stranger = [...tenant.people.keys()].findLast((userid) => !to.includes(userid)) ?? '';
      return { create_report_param: { ...report, to_userids: [...to, stranger] } };
    }),
  },
  {
    id: 'report/list: cuts texts at 500 characters',
    class: 'state',
    breaks: 'up to 1000 characters are kept',
    layer: values((text) => text.slice(0, 500)),
  },
  {
    id: 'report/list: cuts texts at 999 characters',
    class: 'state',
    breaks: 'up to 1000 characters are kept',
    layer: values((text) => text.slice(0, 999)),
  },
  {
    id: 'report/list: strips Markdown',
    class: 'state',
    breaks: 'contents are read back as they were sent',
    layer: values((text) => text.replace(/[#*`>]/g, '')),
  },
  {
    id: 'report/list: drops characters outside the basic plane',
    class: 'state',
    breaks: 'contents are read back as they were sent',
    layer: values((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
  },
  {
    id: 'report/list: reverses the contents',
    class: 'lists',
    breaks: 'contents stand in the order of the template, as in every sample',
    layer: eachListed((report) => ({ ...report, contents: [...(report.contents as Fields[])].reverse() })),
  },
  {
    id: 'report/list: gives sort as a number',
    class: 'schema',
    breaks: 'sort is a string in the list',
    layer: eachListed((report) => ({
      ...report,
      contents: (report.contents as Fields[]).map((one) => ({ ...one, sort: Number(one.sort) })),
    })),
  },
  {
    id: 'report/list: ignores the author',
    class: 'lists',
    breaks: 'only reports of the user are listed',
    layer: ignored('report/list', 'userid'),
  },
  {
    id: 'report/list: ignores the template',
    class: 'lists',
    breaks: 'only reports of the template are listed',
    layer: ignored('report/list', 'template_name'),
  },
  {
    id: 'report/list: ignores the window',
    class: 'lists',
    breaks: 'only reports of the window are listed',
    layer: asked('report/list', (parameters) => ({
      ...parameters,
      start_time: Number(parameters.end_time) - 40 * 86_400_000,
      end_time: Date.now() + 60_000,
    })),
  },
  {
    id: 'report/list: repeats the first page',
    class: 'lists',
    breaks: 'pages follow one another',
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: [...page.data_list, ...page.data_list.slice(0, 1)],
    })),
  },
  {
    id: 'report/list: never ends',
    class: 'lists',
    breaks: 'has_more is false on the last page',
    layer: answeredIn<Page>('report/list', 'result', (page) => ({ ...page, has_more: true })),
  },
  {
    id: 'report/list: leaves out the newest',
    class: 'lists',
    breaks: 'a report that was created is listed',
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: page.data_list.slice(1),
    })),
  },
  {
    id: 'report/list: names the wrong creator',
    class: 'state',
    breaks: 'creator_id is the author',
    layer: eachListed((report) => ({ ...report, creator_id: 'manager4220' })),
  },
  {
    id: 'report/simplelist: ignores the window',
    class: 'lists',
    breaks: 'only reports of the window are listed',
    layer: asked('report/simplelist', (parameters) => ({
      ...parameters,
      start_time: Number(parameters.end_time) - 40 * 86_400_000,
      end_time: Date.now() + 60_000,
    })),
  },
  {
    id: 'report/simplelist: ignores the author',
    class: 'lists',
    breaks: 'only reports of the user are listed',
    layer: ignored('report/simplelist', 'userid'),
  },
  {
    id: 'report/simplelist: ignores the template',
    class: 'lists',
    breaks: 'only reports of the template are listed',
    layer: ignored('report/simplelist', 'template_name'),
  },
  {
    id: 'report/simplelist: shows the contents',
    class: 'schema',
    breaks: 'a summary has no contents',
    layer: answeredIn<Page>('report/simplelist', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, contents: [] })),
    })),
  },
  {
    id: 'report/simplelist: a different time of creation',
    class: 'state',
    breaks: 'list and simplelist agree',
    layer: answeredIn<Page>('report/simplelist', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, create_time: Number(one.create_time) + 1000 })),
    })),
  },
  {
    id: 'report/create: answers a refusal with a success',
    class: 'envelope',
    breaks: 'a report that was created is listed',
    layer: around('report/create', async (_, call, next): Promise<Reply> => {
      const reply = await next(call);
      if (isSuccess(reply) && JSON.stringify(valuesOf(call)).length % 2 === 0) return reply;
      return { ...reply, body: { errcode: 0, result: 'f'.repeat(32), request_id: '16l4ew3d47pdp' } };
    }),
  },
];
