import { answered, answeredIn, around, asked, valuesOf, type Fault } from './fault';

type Fields = Record<string, unknown>;

interface Records {
  readonly page_list: readonly (Fields & { readonly checkin_time: number })[];
}

const listedPairs = new Set(
  (
    'zh-id en-ru zh-en en-es en-fr en-th en-vi id-en ar-en tr-en ' +
    'ja-zh zh-vi zh-th zh-ko it-zh en-ja zh-ru zh-fr zh-de zh-es'
  ).split(' '),
);

/** Faults of HR, check-ins and AI, written from the documentation alone. */
export const faults: readonly Fault[] = [
  {
    id: 'hrm/queryonjob: leaves out people without a state when other states are asked for too',
    class: 'lists',
    breaks: 'status_list selects several states at once, -1 (no state) among them (documented)',
    promises: ['hrm/queryonjob/R11'],
    layer: asked('hrm/queryonjob', (values) => {
      const states = String(values.status_list).split(',');
      const others = states.filter((state) => state.trim() !== '-1');
      return others.length > 0 && others.length < states.length
        ? { ...values, status_list: others.join(',') }
        : values;
    }),
  },
  {
    id: 'hrm/dismissions: ends before a last page that is exactly full',
    class: 'lists',
    breaks: 'paging goes on while hasMore is true (documented)',
    promises: ['hrm/dismissions/R1'],
    layer: answered('hrm/dismissions', (body, call) => {
      const { maxResults = 30 } = valuesOf(call);
      const left = call.tenant.dismissed.length - Number(body.nextToken);
      return left === Number(maxResults) ? { ...body, hasMore: false } : body;
    }),
  },
  {
    id: 'checkin/record-get: with several users every record bears the first userid',
    class: 'state',
    breaks: 'userid of a record is the person who checked in (documented)',
    promises: ['checkin/record-get#result.page_list[].userid'],
    layer: answeredIn<Records>('checkin/record-get', 'result', (page, call) => {
      const [first = '', ...others] = String(valuesOf(call).userid_list).split(',');
      if (others.length === 0) return page;
      return { ...page, page_list: page.page_list.map((record) => ({ ...record, userid: first.trim() })) };
    }),
  },
  {
    id: 'checkin/record-get: after the first page times are in seconds',
    class: 'state',
    breaks: 'checkin_time is in milliseconds (documented)',
    promises: ['checkin/record-get#result.page_list[].checkin_time'],
    layer: answeredIn<Records>('checkin/record-get', 'result', (page, call) => {
      if (Number(valuesOf(call).cursor) === 0) return page;
      const seconds = (at: number) => Math.floor(at / 1000);
      const records = page.page_list.map((one) => ({ ...one, checkin_time: seconds(one.checkin_time) }));
      return { ...page, page_list: records };
    }),
  },
  {
    id: 'ai/translate: gives the query back in the direction that the page does not print',
    class: 'state',
    breaks: 'each pair works in both directions, and result is the translation (documented)',
    promises: ['ai/translate/R1', 'ai/translate/R3'],
    source: 'inferred',
    layer: answered('ai/translate', (body, call) => {
      const { query, source_language: source, target_language: target } = valuesOf(call);
      const printed = listedPairs.has(`${String(source)}-${String(target)}`);
      return printed ? body : { ...body, result: query };
    }),
  },
  {
    id: 'ai/ocr: data of everything but an identity card is encoded twice',
    class: 'schema',
    breaks: 'data is JSON text of labels and values, which the caller parses once more (documented)',
    promises: ['ai/ocr/R2', 'ai/ocr/R3'],
    layer: answeredIn<Fields>('ai/ocr', 'result', (result, call) =>
      valuesOf(call).type === 'idcard' ? result : { ...result, data: JSON.stringify(result.data) },
    ),
  },
  {
    id: 'ai/asr: wraps the refusal of a media id as one of the token',
    class: 'envelope',
    breaks:
      'a media_id without audio is refused with errcode 44001 (documented); 88 is for tokens and permissions',
    promises: ['ai/asr!44001', 'gateway/G7'],
    source: 'inferred',
    layer: around('ai/asr', async (_, call, next) => {
      const reply = await next(call);
      if (typeof reply.body === 'string' || !('errcode' in reply.body) || reply.body.errcode !== 44001)
        return reply;
      const { errmsg, ...others } = reply.body as { errcode: number; errmsg?: string };
      const text = errmsg ?? '';
      const wrapped = { errcode: 88, sub_code: '44001', sub_msg: text };
      const body = { ...others, ...wrapped, errmsg: `ding talk error[subcode=44001,submsg=${text}]` };
      return { ...reply, body };
    }),
  },
];
