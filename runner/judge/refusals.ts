import type { Endpoint } from '../../schemas/endpoint';
import { codeOf } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';
import { meaningOf, type Meaning } from '../doctor/codes';
import { consoleAt, publishing } from '../doctor/console';
import type { Refusal } from './judgement';

const words: Readonly<Record<Meaning, string>> = {
  permission: `the app lacks the permission: ${consoleAt.permissions.en}, ${publishing.en}`,
  closed: `the product behind it is not opened to the company or the app: ${consoleAt.products.en}`,
  scope: `the person or the department lies outside the app's contact scope: ${consoleAt.contactScope.en}`,
  ip: `the address of the caller is not let in: ${consoleAt.addresses.en}`,
  quota: `the calls of the month are used up: ${consoleAt.usage.en}`,
  token: 'the token is missing, wrong, or its time is over: fetch a new one',
  rate: 'calls come too fast: it is refused for a second, and nothing has happened',
  busy: 'the service failed: what was asked for may have happened',
  gateway: 'the gateway turned the call away before the service saw it',
  service: 'the service refused what was asked',
};

/** What a code means with which an endpoint refuses a call: who turned it away, and what the sources say of it. */
export function refusalOf(endpoint: Endpoint, code: string): Pick<Refusal, 'meaning' | 'explained'> {
  const meaning = meaningOf(endpoint, code);
  const told = toldOf(endpoint, code);
  return { meaning, explained: told === undefined ? words[meaning] : `${words[meaning]} (${told})` };
}

function toldOf(endpoint: Endpoint, code: string): string | undefined {
  const ofFamily = gatewayFacts.errors.filter(({ family }) => family === familyOf(endpoint));
  const known = [...endpoint.errors, ...ofFamily].find((error) => codeOf(error) === code);
  return known?.when ?? gatewayFacts.catalogue.meanings[code.replace(/^.*\//, '')];
}
