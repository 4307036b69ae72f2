import type { Reply } from '../../emulator/call';
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
export const faults: readonly Fault[] = [
  {
    id: 'report/create: keeps nothing',
    class: 'state',
    breaks: 'a report that was created is listed',
    promises: ['report/create/R18', 'report/list#result.data_list[].report_id'],
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
    promises: ['report/list/R8', 'report/create?create_report_param.contents'],
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, contents: (one.contents as Fields[]).slice(0, -1) })),
    })),
  },
  {
    id: 'report/create: swaps the contents of two fields',
    class: 'state',
    breaks: 'every content is read back under its key',
    promises: ['report/create/R3', 'report/list#result.data_list[].contents[].value'],
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
    promises: ['report/create/R13', 'report/create?create_report_param.to_userids'],
    layer: create((report) => ({ ...report, to_userids: (report.to_userids as string[]).slice(0, -1) })),
  },
  {
    id: 'report/create: sends it to a stranger as well',
    class: 'state',
    breaks: 'nobody else receives the report',
    promises: ['report/create/R13', 'report/create?create_report_param.to_userids'],
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
    promises: ['report/create/R11', 'report/list#result.data_list[].contents[].value'],
    layer: values((text) => text.slice(0, 500)),
  },
  {
    id: 'report/list: cuts texts at 999 characters',
    class: 'state',
    breaks: 'up to 1000 characters are kept',
    promises: ['report/create/R11', 'report/list/R14'],
    layer: values((text) => text.slice(0, 999)),
  },
  {
    id: 'report/list: strips Markdown',
    class: 'state',
    breaks: 'contents are read back as they were sent',
    promises: ['report/list#result.data_list[].contents[].value'],
    layer: values((text) => text.replace(/[#*`>]/g, '')),
  },
  {
    id: 'report/list: drops characters outside the basic plane',
    class: 'state',
    breaks: 'contents are read back as they were sent',
    promises: ['report/list#result.data_list[].contents[].value'],
    layer: values((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
  },
  {
    id: 'report/list: reverses the contents',
    class: 'lists',
    breaks: 'contents stand in the order of the template, as in every sample',
    promises: ['report/list#result.data_list[].contents'],
    source: 'inferred',
    layer: eachListed((report) => ({ ...report, contents: [...(report.contents as Fields[])].reverse() })),
  },
  {
    id: 'report/list: gives sort as a number',
    class: 'schema',
    breaks: 'sort is a string in the list',
    promises: ['report/list#result.data_list[].contents[].sort'],
    layer: eachListed((report) => ({
      ...report,
      contents: (report.contents as Fields[]).map((one) => ({ ...one, sort: Number(one.sort) })),
    })),
  },
  {
    id: 'report/list: ignores the author',
    class: 'lists',
    breaks: 'only reports of the user are listed',
    promises: ['report/list/R2', 'report/list/R3', 'report/list?userid'],
    layer: ignored('report/list', 'userid'),
  },
  {
    id: 'report/list: ignores the template',
    class: 'lists',
    breaks: 'only reports of the template are listed',
    promises: ['report/list/R3', 'report/list/R5', 'report/list?template_name'],
    layer: ignored('report/list', 'template_name'),
  },
  {
    id: 'report/list: ignores the window',
    class: 'lists',
    breaks: 'only reports of the window are listed',
    promises: ['report/list/R10', 'report/list?start_time', 'report/list?end_time'],
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
    promises: ['report/list/R13', 'report/list?cursor'],
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: [...page.data_list, ...page.data_list.slice(0, 1)],
    })),
  },
  {
    id: 'report/list: never ends',
    class: 'lists',
    breaks: 'has_more is false on the last page',
    promises: ['report/list#result.has_more'],
    layer: answeredIn<Page>('report/list', 'result', (page) => ({ ...page, has_more: true })),
  },
  {
    id: 'report/list: leaves out the newest',
    class: 'lists',
    breaks: 'a report that was created is listed',
    promises: ['report/create/R18', 'report/list#result.data_list'],
    layer: answeredIn<Page>('report/list', 'result', (page) => ({
      ...page,
      data_list: page.data_list.slice(1),
    })),
  },
  {
    id: 'report/list: names the wrong creator',
    class: 'state',
    breaks: 'creator_id is the author',
    promises: ['report/create/R17', 'report/list#result.data_list[].creator_id'],
    layer: eachListed((report) => ({ ...report, creator_id: 'manager4220' })),
  },
  {
    id: 'report/simplelist: ignores the window',
    class: 'lists',
    breaks: 'only reports of the window are listed',
    promises: ['report/simplelist/R5', 'report/simplelist?start_time', 'report/simplelist?end_time'],
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
    promises: ['report/simplelist/R3', 'report/simplelist?userid'],
    layer: ignored('report/simplelist', 'userid'),
  },
  {
    id: 'report/simplelist: ignores the template',
    class: 'lists',
    breaks: 'only reports of the template are listed',
    promises: ['report/simplelist/R3', 'report/simplelist?template_name'],
    layer: ignored('report/simplelist', 'template_name'),
  },
  {
    id: 'report/simplelist: shows the contents',
    class: 'schema',
    breaks: 'a summary has no contents',
    promises: ['report/simplelist/R2'],
    source: 'inferred',
    layer: answeredIn<Page>('report/simplelist', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, contents: [] })),
    })),
  },
  {
    id: 'report/simplelist: a different time of creation',
    class: 'state',
    breaks: 'list and simplelist agree',
    promises: ['report/simplelist#result.data_list[].create_time'],
    layer: answeredIn<Page>('report/simplelist', 'result', (page) => ({
      ...page,
      data_list: page.data_list.map((one) => ({ ...one, create_time: Number(one.create_time) + 1000 })),
    })),
  },
  {
    id: 'report/create: answers a refusal with a success',
    class: 'envelope',
    breaks: 'a report that was created is listed',
    promises: ['report/create!400002', 'report/create!40'],
    layer: around('report/create', async (_, call, next): Promise<Reply> => {
      const reply = await next(call);
      if (isSuccess(reply) && JSON.stringify(valuesOf(call)).length % 2 === 0) return reply;
      return { ...reply, body: { errcode: 0, result: 'f'.repeat(32), request_id: '16l4ew3d47pdp' } };
    }),
  },
];
