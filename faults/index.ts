import { aiFaults } from './ai';
import { blackboardFaults } from './blackboard';
import { blackboardAccessFaults } from './blackboard-access';
import { blackboardReadingFaults } from './blackboard-reading';
import type { Fault } from './fault';
import { checkinFaults } from './checkin';
import { draftAndCategoryFaults } from './drafts-and-categories';
import { namingFaults } from './naming';
import { reportPagingFaults } from './report-paging';
import { gatewayFaults } from './gateway';
import { hrmFaults } from './hrm';
import { dismissionFaults } from './hrm-dismissions';
import { reportReadingFaults } from './report-reading';
import { reportFaults } from './report';
import { reportPeopleFaults } from './report-people';
import { tokenFaults } from './token';
import { validationFaults } from './validation';

export type { Fault } from './fault';

/** The fault catalogue. */
export const faults: readonly Fault[] = [
  ...tokenFaults,
  ...gatewayFaults,
  ...blackboardFaults,
  ...blackboardReadingFaults,
  ...blackboardAccessFaults,
  ...reportFaults,
  ...reportPeopleFaults,
  ...reportPagingFaults,
  ...namingFaults,
  ...hrmFaults,
  ...dismissionFaults,
  ...checkinFaults,
  ...aiFaults,
  ...reportReadingFaults,
  ...draftAndCategoryFaults,
  ...validationFaults,
];

/**
 * The fault with this id.
 * @throws an Error that says where the ids are listed.
 */
export function faultNamed(id: string): Fault {
  const found = faults.find((fault) => fault.id === id);
  if (!found) throw new Error(`There is no fault '${id}'; \`npm run prove -- --list\` prints them all.`);
  return found;
}
