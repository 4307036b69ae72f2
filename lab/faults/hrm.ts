import type { Layer } from '../../emulator/call';
import { valuesOf, withValues } from '../../emulator/layers';
import { auth, envelope, faultsOf, lists, schema, state, validation, type Fault, type Row } from './fault';
import { answered, asked, field, invented, parameter, passed } from './layers';

interface Page {
  readonly data_list: string[];
  readonly next_cursor?: number;
}

/** Changes the page. */
const page = (change: (page: Page) => object): Layer => field('result', change);

/** Changes the userid of everybody on the page. */
const ids = (change: (id: string) => unknown): Layer => field('result.data_list[]', change);

/** Changes the states that are asked for. */
const states = (change: (list: string[]) => string[]): Layer =>
  parameter('status_list', (list) => (typeof list === 'string' ? change(list.split(',')).join(',') : list));

/** Answers a page past the limit as if the limit were not there, by putting two pages together. */
const unlimited: Layer = async (_, call, next) => {
  const values = valuesOf(call);
  const size = Number(values.size);
  if (size <= 50) return next(call);
  const pageOf = (offset: number, rows: number) => next(withValues(call, { ...values, offset, size: rows }));
  const [first, second] = [await pageOf(0, 50), await pageOf(50, size - 50)];
  const [all, more] = [first.body, second.body] as { result: Page }[];
  const data_list = [...(all?.result.data_list ?? []), ...(more?.result.data_list ?? [])];
  return { ...first, body: { ...all, result: { ...more?.result, data_list } } };
};

/** Counts pages where the docs count people, in what it takes and in what it says. */
const countsPages: Layer = async (_, call, next) => {
  const values = valuesOf(call);
  const offset = Number(values.offset);
  const reply = await next(withValues(call, { ...values, offset: offset * Number(values.size) }));
  const { result, ...rest } = reply.body as { result?: Page };
  if (result?.next_cursor === undefined) return reply;
  return { ...reply, body: { ...rest, result: { ...result, next_cursor: offset + 1 } } };
};

const longPages = (rule: string): Row =>
  validation('honours a page of more than 50', [rule, '?size=>max'], { layer: unlimited });

/** Wrong ways of listing employees: those about to join, in service, and gone. */
export const faults: readonly Fault[] = [
  ...faultsOf('hrm/querypreentry', [
    lists('repeats the last person of a page on the next one', ['R2'], {
      layer: page(({ next_cursor: next, ...rest }) =>
        next === undefined || rest.data_list.length < 2 ? rest : { ...rest, next_cursor: next - 1 },
      ),
    }),
    lists('loses a person between two pages', ['R2'], {
      layer: field<number | undefined>('result.next_cursor', (next) => next && next + 1),
    }),
    longPages('R5'),
    schema('writes userids as numbers', ['#result.data_list'], { layer: ids(Number) }),
    schema('adds has_more', ['R3'], {
      source: 'inferred',
      layer: page((result) => ({ ...result, has_more: result.next_cursor !== undefined })),
    }),
    state('lists a person who already serves', ['#result.data_list'], {
      source: 'inferred',
      layer: field('result.data_list[]', (id, _, { tenant }) =>
        id === tenant.preEntry[0] ? (tenant.onJob[0]?.userid ?? id) : id,
      ),
    }),
  ]),
  ...faultsOf('hrm/queryonjob', [
    lists('ignores status_list', ['R11', '?status_list'], { layer: states(() => ['2', '3', '5', '-1']) }),
    lists('honours only the first status', ['R11'], { layer: states((list) => list.slice(0, 1)) }),
    lists('finds regular employees among those about to leave', ['R11', '?status_list=5'], {
      layer: states((list) => (list.includes('5') ? [...new Set([...list, '3'])] : list)),
    }),
    lists('finds people without a status when asked for probation', ['R11', '?status_list=2'], {
      layer: states((list) => list.map((status) => (status === '2' ? '-1' : status))),
    }),
    lists('leaves out people without a state when other states are asked for too', ['R11'], {
      layer: states((list) => {
        const others = list.filter((status) => status.trim() !== '-1');
        return others.length > 0 ? others : list;
      }),
    }),
    state('strips leading zeros from userids', ['#result.data_list'], {
      layer: ids((id) => id.replace(/^0+/, '')),
    }),
    state('rounds userids as numbers are rounded', ['#result.data_list'], {
      layer: ids((id) => (/^\d+$/.test(id) ? String(Number(id)) : id)),
    }),
    lists('leaves out the last page', ['R2', '#result.data_list'], {
      layer: page((result) => (result.next_cursor === undefined ? { data_list: [] } : result)),
    }),
    lists('counts pages in next_cursor', ['R2', 'R6'], { layer: countsPages }),
    validation('takes pages of at most 20, as an old SDK says', ['R9', '?size=max'], {
      layer: (_, call, next) =>
        Number(valuesOf(call).size) > 20
          ? invented({ errcode: 41, errmsg: 'Invalid arguments:size' })
          : next(call),
    }),
    longPages('R9'),
    validation('takes 21 statuses', ['R10', '?status_list=>max'], {
      layer: states((list) => list.slice(0, 20)),
    }),
  ]),
  ...faultsOf('hrm/dismissions', [
    lists('nextToken does not move', ['R7', '#nextToken'], { layer: field('nextToken', () => 0) }),
    schema('no nextToken beside hasMore', ['R7', '#nextToken'], {
      layer: field('nextToken', () => undefined),
    }),
    lists('begins after the first person', ['R7'], { layer: parameter('nextToken', (token = '1') => token) }),
    envelope('an envelope as on the other gateway', ['R2'], {
      source: 'inferred',
      layer: answered((body) => ({ errcode: 0, errmsg: 'ok', ...body })),
    }),
    schema('userids as numbers', ['R3', '#userIdList'], { layer: field('userIdList[]', Number) }),
    lists('pages of 20 by default', ['R6'], { layer: asked((values) => ({ maxResults: '20', ...values })) }),
    validation('answers a maxResults of 51 with 50', ['?maxResults=>max', '!invalidParameter'], {
      layer: parameter('maxResults', (size) => (Number(size) > 50 ? '50' : size)),
    }),
    lists('misses every seventeenth person', ['R1', '#userIdList'], {
      layer: field<string[]>('userIdList', (all) => all.filter((_, place) => place !== 16)),
    }),
    auth('takes a bearer token', ['G27'], {
      layer: passed((call) => {
        const token = call.headers.authorization?.replace('Bearer ', '');
        return token ? { ...call, headers: { ...call.headers, 'x-acs-dingtalk-access-token': token } } : call;
      }),
    }),
  ]),
];
