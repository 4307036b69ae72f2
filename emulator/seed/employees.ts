import type { Choose } from '../choices';
import type { Dice } from '../dice';
import { digitUserid } from './people';
import type { Person, TenantContent } from '../tenant';

const several = 130;
// Observed: userids are long digit strings. Every tenth is longer than any number that a client can hold exactly.
const extraDigits = '0042';

/** Who HR keeps: people about to join, people in service (the address book and more), and people who left. */
export function seedEmployees(
  dice: Dice,
  people: readonly Person[],
  choose: Choose,
): Pick<TenantContent, 'preEntry' | 'onJob' | 'dismissed'> {
  const userids = () =>
    Array.from({ length: several }, (_, place) => digitUserid(dice) + (place % 10 === 0 ? extraDigits : ''));
  const inService = [...people.map(({ userid }) => userid), ...userids()];
  const withoutStatus = choose('hrm/without-status') === 'some' ? '-1' : '3';
  const preEntry = userids();
  const onJob = inService.map((userid) => ({
    userid,
    status: dice.pick(['2', '3', '3', '3', '3', '3', '5', withoutStatus]),
  }));
  const back = choose('hrm/came-back') === 'both' ? onJob.slice(-3).map(({ userid }) => userid) : [];
  return { preEntry, onJob, dismissed: [...userids(), ...back] };
}
