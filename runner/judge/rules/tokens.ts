import { at } from '../json';
import type { JudgedCall } from '../judge-call';
import { Latest } from './latest';
import { endOf, isSuccess, type Wrong } from './rule';

const answers: Readonly<
  Record<string, { readonly key: string; readonly token: string; readonly rule: string }>
> = {
  'token/get': { key: 'appkey', token: 'access_token', rule: 'token/get/R2' },
  'token/access-token': { key: 'appKey', token: 'accessToken', rule: 'token/access-token/R2' },
};

// Of the two hours that a token is valid: asked again so soon, the same one comes (documented).
const surelyValidMs = 3_600_000;
// So many apps, and calls without a token, are remembered.
const most = 1_000;

/** Follows tokens through a recording: the same one is given while it is valid, and no call succeeds without one. */
export class Tokens {
  readonly #given = new Latest<JudgedCall>(most);
  readonly #without: JudgedCall[] = [];
  readonly #shown = new Set<string>();

  /** What is wrong with a call beside those before it; calls come in the order in which they were made. */
  beside(call: JudgedCall): Wrong[] {
    const names = answers[call.endpoint.id];
    if (names) return isSuccess(call) ? this.#again(call, names) : [];
    if (call.asked.hasToken) this.#shown.add(call.endpoint.gateway);
    else if (isSuccess(call) && this.#without.length < most) this.#without.push(call);
    return [];
  }

  #again(call: JudgedCall, { key, token, rule }: (typeof answers)[string]): Wrong[] {
    const app = `${call.endpoint.id} ${String(call.asked.values[key])}`;
    const before = this.#given.get(app);
    this.#given.set(app, call);
    if (!before || call.exchange.startedAt < endOf(before)) return [];
    const isSame = at(before.body, token) === at(call.body, token);
    if (isSame || call.exchange.startedAt - endOf(before) > surelyValidMs) return [];
    const what = 'another token is given while the one before is still valid';
    return [{ promise: rule, what, calls: [before, call] }];
  }

  /** At the end: the calls that succeeded without a token, unless tokens were taken out of the recording. */
  atEnd(): Wrong[] {
    return this.#without
      .filter(({ endpoint }) => this.#shown.has(endpoint.gateway))
      .map((call) => ({
        promise: call.endpoint.gateway === 'api' ? 'gateway/G27' : 'gateway/G9',
        what: 'it is answered without a token in its place',
        calls: [call],
      }));
  }
}
