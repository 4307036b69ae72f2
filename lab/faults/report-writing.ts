import type { Call, Layer } from '../../emulator/call';
import { aReport } from '../../emulator/good-requests';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import { nextRow } from '../../emulator/products/report';
import type { Report, Template } from '../../emulator/tenant';
import { knownOn } from './careless';
import { envelope, faultsOf, schema, state, type Fault } from './fault';
import {
  amid,
  answered,
  field,
  invented,
  memory,
  parameter,
  replied,
  whereValid,
  type Change,
  type Fields,
} from './layers';

const receivers = ['R13', '?create_report_param.to_userids'];
const drafts = memory<Report[]>(() => []);

/** Changes one part of the reports that valid calls write. */
const create = <Value>(name: string, change: Change<Value>): Layer =>
  whereValid(parameter(`create_report_param.${name}`, change));

/** Changes the id of a draft. */
const draftId = (change: (id: string) => unknown): Layer => field('result', change);

// What is right about a report stays; what is wrong gives way to what is always taken.
function mended({ create_report_param: wrong }: Fields, { tenant }: Call): Fields {
  const { contents: sent } = Object(wrong) as { contents?: { content?: unknown }[] };
  const text = Array.isArray(sent) ? sent[0]?.content : undefined;
  const { contents, ...report } = aReport(knownOn(tenant));
  const content = typeof text === 'string' ? text : '无';
  return { create_report_param: { ...report, contents: contents.map((one) => ({ ...one, content })) } };
}

const refusedYetDone: Layer = async (_, call, next) => {
  const reply = await next(call);
  if (!isSuccess(reply)) await next(withValues(call, mended(valuesOf(call), call)));
  return reply;
};

const uncut = answered((body, call) => {
  const { contents = [] } = Object(valuesOf(call).create_report_param) as { contents?: Fields[] };
  const kept = call.tenant.reports.at(-1)?.contents ?? [];
  kept.forEach((one, place) => Object.assign(one, { value: contents[place]?.content }));
  return body;
});

function byPosition(contents: Fields[], { template_id: id }: Fields, { tenant }: Call): Fields[] {
  const fields: Template['fields'] = tenant.templates.find((template) => template.id === id)?.fields ?? [];
  const known = contents.every(({ key, sort }) =>
    fields.some((one) => one.name === key && one.sort === Number(sort)),
  );
  if (!known) return contents;
  return contents.map((one, place) => ({ ...one, key: fields[place]?.name, sort: fields[place]?.sort }));
}

const bytes = (text: string): string =>
  Buffer.from(text)
    .subarray(0, 1000)
    .toString()
    .replace(/\ufffd+$/, '');

/** A draft as if it were a report of this moment; `like` is any report. */
function asReport({ tenant, body: { values } }: Call, id: unknown, like: Report): Report {
  const { userid, template_id: template } = values.create_report_param as Fields;
  const createdAt = Math.floor(tenant.clock.now() / 1000) * 1000;
  return {
    ...like,
    ...{ id: String(id), row: nextRow(tenant), author: String(userid), createdAt, modifiedAt: createdAt },
    templateName: tenant.templates.find((one) => one.id === template)?.name ?? '',
  };
}

const draftInSummaries: Readonly<Record<string, Layer>> = {
  'report/savecontent': answered((body, call) => {
    const [like] = call.tenant.reports;
    if (like) drafts(call).push(asReport(call, body.result, like));
    return body;
  }),
  'report/simplelist': (_, call, next) => {
    const reports = [...call.tenant.reports, ...drafts(call)].sort((a, b) => a.row - b.row);
    return amid(call, { reports }, next);
  },
};

// Of this minute, so that nothing else about it is wrong.
const sameId = (): string =>
  (Math.floor(Date.now() / 60_000) * 60_000).toString(16).padStart(11, '0').padEnd(32, '0');

const draftIsReport = answered((body, call) => {
  const sent = call.body.values.create_report_param as { contents: { content: string }[] };
  const last = call.tenant.reports.at(-1);
  const contents = last?.contents.map((one, place) => ({
    ...one,
    value: sent.contents[place]?.content ?? '',
  }));
  if (last && contents) call.tenant.reports.push({ ...asReport(call, body.result, last), contents });
  return body;
});

/** Wrong ways of writing reports and of saving drafts. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/create', [
    state('keeps nothing', ['R18', 'report/list#result.data_list[].report_id'], {
      layer: async (_, call, next) => {
        const before = [...call.tenant.reports];
        const reply = await next(call);
        call.tenant.reports = before;
        return reply;
      },
    }),
    state('loses the last content', ['report/list/R8', '?create_report_param.contents'], {
      layer: {
        'report/list': field('result.data_list[].contents', (contents: Fields[]) => contents.slice(0, -1)),
      },
    }),
    state('swaps the contents of two fields', ['R3', 'report/list#result.data_list[].contents[].value'], {
      layer: create('contents', (contents: Fields[]) => {
        const texts = contents.map(({ content }) => content).reverse();
        return contents.map((one, place) => ({ ...one, content: texts[place] }));
      }),
    }),
    state('fills the fields by the position of the contents', ['R3', 'R4'], {
      layer: create('contents', byPosition),
    }),
    state('drops the last receiver', receivers, {
      layer: create('to_userids', (ids?: string[]) => ids?.slice(0, -1)),
    }),
    state('sends it to a stranger as well', receivers, {
      layer: parameter('create_report_param.to_userids', (to: string[] | undefined, _, { tenant }) => {
        const stranger = [...tenant.people.keys()].findLast((userid) => !to?.includes(userid)) ?? '';
        return [...(to ?? []), stranger];
      }),
    }),
    state('cuts no content', ['R11', '?create_report_param.contents[].content=>max'], { layer: uncut }),
    state('cuts a content after 1000 bytes', ['R11'], { layer: create('contents[].content', bytes) }),
    envelope('answers a refusal with a success', ['!400002', '!40'], {
      layer: replied((reply, _, call) =>
        isSuccess(reply) && JSON.stringify(valuesOf(call)).length % 2 === 0
          ? reply
          : { ...reply, body: invented({ result: 'f'.repeat(32) }).body },
      ),
    }),
    state('refuses a wrong request, yet reports', ['refused'], { layer: refusedYetDone }),
  ]),
  ...faultsOf('report/savecontent', [
    state('writes a report', ['R2'], { layer: draftIsReport }),
    state('the draft shows in the summaries', ['R2'], { layer: draftInSummaries }),
    state('gives every draft the same id', ['#result'], { source: 'inferred', layer: draftId(sameId) }),
    state('an id without a time', ['R5'], { layer: draftId((id) => `00000000000${id.slice(11)}`) }),
    schema('the id as a number', ['#result'], { layer: draftId(() => 175_298_261) }),
    schema('the id in an object', ['#result'], { layer: draftId((id) => ({ id })) }),
    schema('no id', ['#result'], { layer: draftId(() => '') }),
  ]),
];
