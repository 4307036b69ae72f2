import type { Call, Reply } from '../../emulator/call';
import { answeredIn, around, asked, isSuccess, valuesOf, withValues, type Fault } from './fault';
import { insideValid } from './valid';

type Fields = Record<string, unknown>;

/** Refuses a call for which that holds as one without parameters is refused. */
const refusing = (endpoint: string, when: (values: Fields) => boolean): Fault['layer'] =>
  around(endpoint, (_, call, next) => next(when(valuesOf(call)) ? withValues(call, {}) : call));

/** Leaves out the first of the people where the caller did not say where to begin. */
const withoutTheFirst = (endpoint: string, from: (values: Fields) => boolean): Fault['layer'] =>
  around(endpoint, async (_, call, next): Promise<Reply> => {
    const reply = await next(call);
    if (!isSuccess(reply) || !from(valuesOf(call))) return reply;
    const body = reply.body as Fields & { result: { userid_list?: string[] } };
    const { userid_list: ids = [] } = body.result;
    return { ...reply, body: { ...body, result: { ...body.result, userid_list: ids.slice(1) } } };
  });

const newest = ({ tenant: { announcements } }: Call): string | undefined => announcements.at(-1)?.id;

const isBare = ({ offset, size }: Fields): boolean => offset === undefined && size === undefined;

/** Wrong ways of looking something up: for whom, from where, and by what. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/create: makes every announcement confidential',
    class: 'state',
    breaks: 'the whole company may read a normal announcement',
    promises: ['blackboard/create/R6', 'blackboard/create/R10'],
    layer: insideValid('blackboard/create', 'create_request', (draft) => ({ ...draft, private_level: 20 })),
  },
  {
    id: 'blackboard/get-blackboard: an unknown id is the newest announcement',
    class: 'state',
    breaks: 'blackboardId has to be legal',
    promises: ['blackboard/get-blackboard?blackboardId', 'blackboard/get-blackboard!badRequest'],
    layer: asked('blackboard/get-blackboard', (values, call) => {
      const { blackboardId: id } = values;
      const isKnown = call.tenant.announcements.some((one) => one.id === id);
      return typeof id !== 'string' || id === '' || isKnown
        ? values
        : { ...values, blackboardId: newest(call) };
    }),
  },
  {
    id: 'blackboard/get-blackboard: nobody reads like an administrator',
    class: 'auth',
    breaks: 'operationUserId has to be legal',
    promises: ['blackboard/get-blackboard?operationUserId'],
    source: 'inferred',
    layer: asked('blackboard/get-blackboard', (values, { tenant: { people, mainAdmin } }) => {
      const { operationUserId: reader } = values;
      const isNobody = typeof reader === 'string' && reader !== '' && !people.has(reader);
      return isNobody ? { ...values, operationUserId: mainAdmin } : values;
    }),
  },
  {
    id: 'blackboard/listids: refuses start_time alone',
    class: 'validation',
    breaks: 'start_time alone may lie up to 180 days back',
    promises: ['blackboard/listids/R5'],
    layer: refusing('blackboard/listids', ({ query_request: query }) => {
      const { start_time: start, end_time: end } = Object(query) as Fields;
      return start !== undefined && end === undefined;
    }),
  },
  {
    id: 'report/receiver-list: begins with the second person where nothing is said',
    class: 'lists',
    breaks: 'offset defaults to 0',
    promises: ['report/receiver-list/R4', 'report/receiver-list/R5'],
    layer: withoutTheFirst('report/receiver-list', isBare),
  },
  {
    id: 'report/statistics-listbytype: begins with the second liker where nothing is said',
    class: 'lists',
    breaks: 'offset defaults to 0',
    promises: ['report/statistics-listbytype/R4', 'report/statistics-listbytype/R5'],
    layer: withoutTheFirst(
      'report/statistics-listbytype',
      (values) => isBare(values) && Number(values.type) === 2,
    ),
  },
  {
    id: 'report/template-getbyname: finds a template by any part of its name',
    class: 'validation',
    breaks: 'a template is looked up by its exact name',
    promises: ['report/template-getbyname/R2'],
    layer: byName((asked, name) => name.includes(asked)),
  },
  {
    id: 'report/template-getbyname: finds a template whose name begins what is asked for',
    class: 'validation',
    breaks: 'a template is looked up by its exact name',
    promises: ['report/template-getbyname/R2'],
    layer: byName((asked, name) => asked.startsWith(name)),
  },
  {
    id: 'report/template-getbyname: its id in upper case',
    class: 'state',
    breaks: 'a template id is 32 lowercase hex characters',
    promises: ['report/template-getbyname/R5'],
    layer: answeredIn<Fields>('report/template-getbyname', 'result', (template) => ({
      ...template,
      id: String(template.id).toUpperCase(),
    })),
  },
  {
    id: 'token/access-token: takes any app',
    class: 'auth',
    breaks: 'an unknown app is refused',
    promises: ['token/access-token!invalidClientIdOrSecret'],
    layer: asked('token/access-token', (values, { tenant: { apps } }) => {
      const [known] = apps.keys();
      return typeof values.appKey === 'string' && values.appKey !== '' && !apps.has(values.appKey)
        ? { ...values, appKey: known }
        : values;
    }),
  },
  {
    id: 'token/get: gives a token to whoever asks for nothing',
    class: 'auth',
    breaks: 'appkey and appsecret are required',
    promises: ['token/get?appkey', 'token/get!40035'],
    layer: asked('token/get', (values, { tenant: { apps }, body }) => {
      const [app] = apps.values();
      const isNothing = Object.keys(values).length === 0 && Object.keys(body.values).length === 0;
      return isNothing ? { appkey: app?.appKey, appsecret: app?.appSecret } : values;
    }),
  },
];

function byName(matches: (asked: string, name: string) => boolean): Fault['layer'] {
  return asked('report/template-getbyname', (values, { tenant: { templates } }) => {
    const { template_name: given } = values;
    if (typeof given !== 'string' || given === '' || templates.some(({ name }) => name === given))
      return values;
    return { ...values, template_name: templates.find(({ name }) => matches(given, name))?.name ?? given };
  });
}
