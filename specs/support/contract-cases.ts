import { familyOf } from '../../schemas/gateways';
import type { Endpoint } from '../../schemas/endpoint';
import { acceptedRows, overRows } from '../../fixtures/generated-limits';
import { nobodysId } from '../../fixtures/requests';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import {
  expectAnswered,
  expectNotHonoured,
  expectRefused,
  expectSameAnswer,
  refusedRowsOf,
  wholeAnswer,
  widestRequest,
} from './generated';

type Id = () => Promise<string>;

/** What the cases ask, where it is not the complete request of the suite about nothing. */
interface About {
  readonly complete?: object;
  /** The id that stands in the place of the one that nothing has. */
  readonly id?: Id;
}

interface Contract extends About {
  /** Who asks it in plain JSON, where another request says more than the complete one. */
  readonly plain?: Parameters<typeof expectSameAnswer>[1];
  /** The rules that promise a way of asking. */
  readonly rules?: Readonly<Record<string, string>>;
}

interface Limits extends About {
  /** The id of what has the most to list. */
  readonly most?: Id;
  /** The rule that names the limits. */
  readonly rule?: string;
}

const ofNothing: Id = () => Promise.resolve(nobodysId);

/** How the title of a case begins that rests on a rule. */
export const named = (rule?: string): string => (rule === undefined ? '' : `${rule}: `);

/**
 * The cases that follow from the file of any endpoint: requests that have to be refused, and the other ways of asking it.
 */
export function contractCases(
  endpoint: Endpoint,
  { complete, id = ofNothing, plain, rules = {} }: Contract = {},
): void {
  it.each(refusedRowsOf(endpoint, complete))('refuses a request in which $when', async (row) => {
    await expectRefused(endpoint, row, { id: await id() });
  });

  const request = complete ?? widestRequest(endpoint);
  const ways = familyOf(endpoint) === 'topapi' ? otherWaysOf(endpoint) : [];
  for (const { way, as } of ways)
    it(`${named(rules[as])}gives the same answer when it is asked in ${way}`, async () => {
      const whole = async () => wholeAnswer(endpoint, acceptedRows(endpoint, request), await id())();
      await expectSameAnswer(endpoint, plain ?? whole, as);
    });
}

/**
 * The cases that follow from what the file of an endpoint allows: each parameter, value and limit is taken, and nothing past a limit is honoured.
 */
export function limitCases(
  endpoint: Endpoint,
  { complete = widestRequest(endpoint), id = ofNothing, most = id, rule }: Limits = {},
): void {
  for (const row of overRows(endpoint, complete))
    it(`${named(rule)}lists no more than it may where ${row.when}`, async () => {
      await expectNotHonoured(endpoint, row, await most());
    });

  it.each(acceptedRows(endpoint, complete))('answers a request in which $when', async (row) => {
    await expectAnswered(endpoint, row, await id());
  });
}
