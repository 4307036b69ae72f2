import type { Encoding } from '../../client/encode';
import { familyOf } from '../../schemas/gateways';
import type { Endpoint } from '../../schemas/endpoint';
import { refusedRows, type Wrong } from '../../fixtures/generated';
import { acceptedRows, overRows } from '../../fixtures/generated-limits';
import { nobodysId } from '../../fixtures/requests';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import {
  expectAnswered,
  expectNotHonoured,
  expectRefused,
  completeRequest,
  expectSameAnswer,
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
  /** The rules that promise a way of asking, or that what is wrong in a way is refused. */
  readonly rules?: Readonly<Partial<Record<Encoding | Wrong, string>>>;
}

interface Limits extends About {
  /** The id of what has the most to list. */
  readonly most?: Id;
  /** What lists the most, where the complete request names somebody or something. */
  readonly unfiltered?: object;
  /** The rule that names the limits; one for each parameter where they differ. */
  readonly rule?: string | Readonly<Record<string, string>>;
}

const ofNothing: Id = () => Promise.resolve(nobodysId);

/** How the title of a case begins that rests on a rule. */
export const named = (rule?: string): string => (rule === undefined ? '' : `${rule}: `);

/**
 * The cases that follow from the file of any endpoint: requests that have to be refused, and the other ways of asking it.
 */
export function contractCases(endpoint: Endpoint, contract: Contract = {}): void {
  refusedCases(endpoint, contract);
  if (familyOf(endpoint) === 'topapi') waysOfAsking(endpoint, contract);
}

function refusedCases(
  endpoint: Endpoint,
  { complete = completeRequest(endpoint), id = ofNothing, rules = {} }: Contract,
): void {
  for (const row of refusedRows(endpoint, complete))
    it(`${named(rules[row.wrong])}refuses a request in which ${row.when}`, async () => {
      await expectRefused(endpoint, row, { id: await id() });
    });
}

function waysOfAsking(
  endpoint: Endpoint,
  { complete = widestRequest(endpoint), id = ofNothing, plain, rules = {} }: Contract,
): void {
  for (const { way, as } of otherWaysOf(endpoint))
    it(`${named(rules[as])}gives the same answer when it is asked in ${way}`, async () => {
      const whole = async () => wholeAnswer(endpoint, acceptedRows(endpoint, complete), await id())();
      await expectSameAnswer(endpoint, plain ?? whole, as);
    });
}

/**
 * The cases that follow from what the file of an endpoint allows: each parameter, value and limit is taken, and nothing past a limit is honoured.
 */
export function limitCases(endpoint: Endpoint, limits: Limits = {}): void {
  const { complete = widestRequest(endpoint), id = ofNothing, most = id, unfiltered = complete } = limits;
  for (const row of overRows(endpoint, unfiltered))
    it(`${ruleOn(row.when, limits)}honours no request in which ${row.when}`, async () => {
      await expectNotHonoured(endpoint, row, await most());
    });

  it.each(acceptedRows(endpoint, complete))('answers a request in which $when', async (row) => {
    await expectAnswered(endpoint, row, await id());
  });
}

// The name of the parameter comes first.
function ruleOn(when: string, { rule }: Limits): string {
  const [parameter = ''] = when.split(' ');
  return named(typeof rule === 'object' ? rule[parameter] : rule);
}
