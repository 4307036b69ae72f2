import type { Call } from '../../emulator/call';
import { around, isSuccess, valuesOf, withValues, type Fault } from './fault';
import { careless } from './derived-defaults';

type Fields = Record<string, unknown>;

// Answers with the refusal, and does it all the same.
const yetDone = (endpoint: string, mended: (values: Fields, call: Call) => Fields): Fault['layer'] =>
  around(endpoint, async (_, call, next) => {
    const reply = await next(call);
    if (!isSuccess(reply)) await next(withValues(call, mended(valuesOf(call), call)));
    return reply;
  });

const byTheAdministrator =
  (name: string) =>
  (values: Fields, call: Call): Fields => ({
    ...values,
    [name]: { ...(values[name] as Fields | undefined), operation_userid: call.tenant.mainAdmin },
  });

// What is right about a request stays; what is wrong gives way to what is always taken.
function anAnnouncement({ create_request: wrong }: Fields, { tenant }: Call): Fields {
  const { title } = { ...(wrong as Fields | undefined) };
  const texts = { title: typeof title === 'string' ? title : '无标题', content: '无' };
  const to = { blackboard_receiver: { userid_list: [tenant.mainAdmin] } };
  return { create_request: { ...texts, ...to, operation_userid: tenant.mainAdmin, ding: false } };
}

function aReport({ create_report_param: wrong }: Fields, { tenant }: Call): Fields {
  const { contents } = { ...(wrong as { contents?: { content?: unknown }[] } | undefined) };
  const text = Array.isArray(contents) ? contents[0]?.content : undefined;
  const { id, fields = [] } = tenant.templates.find(({ name }) => name === '周报') ?? {};
  return {
    create_report_param: {
      template_id: id,
      userid: careless('userid', tenant),
      dd_from: 'report',
      to_chat: false,
      contents: fields.map(({ name, sort }) => ({
        ...{ key: name, sort, type: 1, content_type: 'markdown' },
        content: typeof text === 'string' ? text : '无',
      })),
    },
  };
}

const onlyAdministrators = 'only announcement administrators may do it';

/** Calls that are refused and yet have done what was asked. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/create: refuses an employee, yet publishes',
    class: 'state',
    breaks: onlyAdministrators,
    promises: ['blackboard/create/R2'],
    layer: yetDone('blackboard/create', byTheAdministrator('create_request')),
  },
  {
    id: 'blackboard/create: refuses a wrong request, yet publishes',
    class: 'state',
    breaks: 'what was refused is not published',
    promises: ['blackboard/create refused'],
    layer: yetDone('blackboard/create', anAnnouncement),
  },
  {
    id: 'blackboard/update: refuses an employee, yet changes',
    class: 'state',
    breaks: onlyAdministrators,
    promises: ['blackboard/update/R2'],
    layer: yetDone('blackboard/update', byTheAdministrator('update_request')),
  },
  {
    id: 'blackboard/delete: refuses an employee, yet deletes',
    class: 'state',
    breaks: onlyAdministrators,
    promises: ['blackboard/delete/R2'],
    layer: yetDone('blackboard/delete', (values, { tenant }) => ({
      ...values,
      operation_userid: tenant.mainAdmin,
    })),
  },
  {
    id: 'report/create: refuses a wrong request, yet reports',
    class: 'state',
    breaks: 'what was refused is not reported',
    promises: ['report/create refused'],
    layer: yetDone('report/create', aReport),
  },
];
