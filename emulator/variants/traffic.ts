import { setTimeout as pause } from 'node:timers/promises';
import { HungUp, type Call, type Layer, type Reply } from '../call';
import { toGmt8 } from '../clock';
import { Dice } from '../dice';
import { gatewayOf } from '../gateways';
import { GatewayRefusal, HttpRefusal, Refusal } from '../refusal';
import { needsToken } from '../request';
import { familyOf, type Family } from '../../schemas/gateways';
import { apiName, appOf, isRead, refused, type Variant } from './variant';

const perSecond = 20;
const cooldownMs = 1000;
const everyGlobal = 50;
const tokenCalls = 150;
const oneIn = { lost: 40, busy: 50 };

/** Slow, throttled, busy, breaking off, or with tokens that die. */
export const trafficVariants: readonly Variant[] = [
  { id: 'slow', what: 'Every call takes 80 to 300 ms.', layer: slow },
  {
    id: 'throttled',
    what: `More than ${perSecond} calls in a second to one API are refused until a second later, and so is every ${everyGlobal}th call.`,
    layer: throttled,
  },
  {
    id: 'dying-tokens',
    what: `A token is refused after ${tokenCalls} calls although it promised two hours; asking again gives a new one.`,
    layer: dyingTokens,
  },
  {
    id: 'flaky',
    what: `At most one read in ${oneIn.lost} ends in a broken connection or an HTML 502, never the same one twice in a row.`,
    layer: flaky,
  },
  {
    id: 'busy',
    what: `One read in ${oneIn.busy} is answered with errcode -1, on v1.0 with serviceBusy.`,
    layer: busy,
  },
];

function slow(): Layer {
  return async (_, call, next) => {
    await pause(80 + Math.random() * 220);
    return next(call);
  };
}

// Documented: 20 a second for each app and API, over a second later. The gateway throttles whom it knows (assumed).
function throttled(): Layer {
  const seen = new Map<string, number[]>();
  const closedUntil = new Map<string, number>();
  let calls = 0;
  return (endpoint, call, next) => {
    const now = Date.now();
    calls += 1;
    if (calls % everyGlobal === 0) return limited(call, 'global');
    if ((closedUntil.get(endpoint.id) ?? 0) > now) return limited(call, 'app');
    const recent = [...(seen.get(endpoint.id) ?? []).filter((at) => at > now - 1000), now];
    seen.set(endpoint.id, recent);
    if (recent.length <= perSecond) return next(call);
    closedUntil.set(endpoint.id, now + cooldownMs);
    return limited(call, 'app');
  };
}

const limits = {
  app: {
    code: '90018',
    v1: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
    text: '您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了',
  },
  global: {
    code: '90002',
    v1: 'Forbidden.AccessDenied.QpsLimitForApi',
    text: '当前所有钉钉应用调用该接口次数过多，超出了该接口承受的最大qps，请求被暂时限制了，建议错开整点时刻调用该接口',
  },
};

/** Throttling as it was recorded: the code inside 88 on topapi, bare on classic paths, a 403 on v1.0; the text names the end. */
function limited(call: Call, whose: keyof typeof limits): Reply {
  const { code, v1, text } = limits[whose];
  const now = call.tenant.clock.now();
  const span = `从 ${toGmt8(now)} 到 ${toGmt8(now)} 请求总次数超过 ${perSecond} 次`;
  const message = `${text}, apiPath(${apiName(call)}), ${span}, 限制将在 ${toGmt8(now + cooldownMs)} 结束.`;
  const wrapped = `ding talk error[subcode=${code},submsg=${message}]`;
  const forms: Record<Family, GatewayRefusal> = {
    topapi: new GatewayRefusal({ errcode: 88, sub_code: code, sub_msg: message, errmsg: wrapped }),
    classic: new GatewayRefusal({ errcode: Number(code), errmsg: message }),
    v1: new GatewayRefusal({ code: v1, message }, 403),
  };
  return refused(call, forms[familyOf(call.endpoint)]);
}

function dyingTokens(): Layer {
  let used = 0;
  return (endpoint, call, next) => {
    used += needsToken(endpoint) && appOf(call) ? 1 : 0;
    if (used > tokenCalls) {
      used = 0;
      call.tenant.tokens.clear();
    }
    return next(call);
  };
}

function flaky(): Layer {
  const losing = atMostOneIn(oneIn.lost);
  const dice = new Dice(Date.now());
  return (_, call, next) => {
    if (!losing(call)) return next(call);
    if (dice.chance(0.5)) throw new HungUp();
    const headers = { 'content-type': 'text/html;charset=utf-8' };
    return { status: 502, headers, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' };
  };
}

function busy(): Layer {
  const losing = atMostOneIn(oneIn.busy);
  return (endpoint, call, next) => {
    const isBusy = gatewayOf(call.path).token(call) === undefined ? false : losing(call);
    if (!isBusy) return next(call);
    // Documented for get_blackboard; that other paths of v1.0 say the same is assumed.
    if (endpoint.gateway === 'api') return refused(call, new HttpRefusal(500, 'serviceBusy', '系统繁忙'));
    return refused(call, new Refusal(-1, '系统繁忙'));
  };
}

/** Picks reads now and then: so many calls apart at least, and never a call like the one that was picked before. */
function atMostOneIn(distance: number): (call: Call) => boolean {
  let since = 0;
  let last = '';
  return (call) => {
    if (!isRead(call.endpoint)) return false;
    since += 1;
    const like = `${call.path} ${call.text} ${JSON.stringify(call.query)}`;
    if (since < distance || like === last) return false;
    [since, last] = [0, like];
    return true;
  };
}
