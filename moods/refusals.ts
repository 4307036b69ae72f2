import type { Call, Layer } from '../emulator/call';
import { gatewayOf } from '../emulator/gateways';
import { GatewayRefusal, HttpRefusal, Refusal } from '../emulator/refusal';
import { acceptedRequest, needsToken } from '../emulator/request';
import type { Tenant } from '../emulator/tenant';
import type { Endpoint } from '../schemas/endpoint';
import { grantedScope } from '../schemas/permission';
import { around } from '../faults/fault';
import { appOf, refused, type Mood } from './mood';

const archived = ['blackboard/get', 'report/statistics'];

/** Tenants that refuse more, or otherwise. */
export const refusalMoods: readonly Mood[] = [
  {
    id: 'forbidden-archived',
    what: `The archived ${archived.join(' and ')} are refused with 88/60011, for no new app can be granted them.`,
    layer: () => (endpoint, call, next) => {
      const app = appOf(call);
      if (!app || !archived.includes(endpoint.id)) return next(call);
      return refused(call, gatewayOf(call.path).noPermission(app, call));
    },
  },
  {
    id: 'unpermitted',
    what: 'The permissions for HR, check-ins, AI and the counts of reports were not granted.',
    prepare: without(/^(qyapi_hrm|qyapi_base|qyapi_ai)|^ASR|ocr|查询企业员工日志权限/),
  },
  {
    id: 'no-reports',
    what: 'No permission for reports was granted, and reads are refused as well as writes.',
    prepare: without(/^qyapi_report|日志/),
  },
  {
    id: 'no-announcing',
    what: 'Announcements may be listed, but neither written nor read through the current get_blackboard.',
    prepare: without(/^qyapi_blackboard_manage$/),
  },
  {
    id: 'other-codes',
    what: 'A missing permission is refused with a bare 60011, and for HR with the codes of that service.',
    layer: () => otherCodes,
  },
  {
    id: 'token-last',
    what: 'Parameters are checked before the token is.',
    layer: () => tokenLast,
  },
  {
    id: 'second-delete-ok',
    what: 'Deleting what is gone is answered with success, and result false.',
    layer: () => around('blackboard/delete', secondDelete),
  },
];

function without(scopes: RegExp): (tenant: Tenant) => void {
  return ({ apps }) => {
    for (const app of apps.values())
      for (const scope of app.scopes) if (scopes.test(scope)) app.scopes.delete(scope);
  };
}

// Documented: 60011 stands alone in the catalogue, and HR has codes of its own.
function otherCodes(...[endpoint, call, next]: Parameters<Layer>): ReturnType<Layer> {
  const app = appOf(call);
  const scope = endpoint.id === '' ? undefined : grantedScope(endpoint);
  if (!app || scope === undefined || app.scopes.has(scope)) return next(call);
  const refusal = ownRefusal(endpoint);
  return refusal ? refused(call, refusal) : next(call);
}

function ownRefusal({ id, gateway }: Endpoint): GatewayRefusal | undefined {
  if (id === 'hrm/dismissions') return new GatewayRefusal({ code: 'noPermission', message: '没有权限' }, 400);
  if (gateway === 'api') return undefined;
  return id.startsWith('hrm/')
    ? new GatewayRefusal({ errcode: 400020, errmsg: '无访问权限' })
    : new GatewayRefusal({ errcode: 60011, errmsg: '没有调用该接口的权限' });
}

function tokenLast(...[endpoint, call, next]: Parameters<Layer>): ReturnType<Layer> {
  // Whether there is such an API is asked before anything else (observed).
  const isNowhere = endpoint.id === '';
  if (isNowhere || !needsToken(endpoint) || appOf(call)) return next(call);
  const wrong = wrongIn(call);
  return wrong ? refused(call, wrong) : next(call);
}

function wrongIn(call: Call): GatewayRefusal | HttpRefusal | Refusal | undefined {
  try {
    acceptedRequest(gatewayOf(call.path), call);
    return undefined;
  } catch (error) {
    if (error instanceof GatewayRefusal || error instanceof HttpRefusal || error instanceof Refusal)
      return error;
    throw error;
  }
}

async function secondDelete(...[endpoint, call, next]: Parameters<Layer>) {
  const reply = await next(call);
  const id = call.body.values.blackboard_id;
  const known = call.tenant.announcements.some((announcement) => announcement.id === id);
  const isGone = typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) && !known;
  const code = typeof reply.body === 'object' && 'errcode' in reply.body ? reply.body.errcode : undefined;
  // 400002 is how the embedded tenant refuses an id that nothing has.
  if (!isGone || code !== 400002) return reply;
  return { ...reply, body: gatewayOf(call.path).success(endpoint, { result: false }) };
}
