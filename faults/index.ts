import { aiFaults } from './ai';
import { blackboardFaults } from './blackboard';
import { blackboardAccessFaults } from './blackboard-access';
import { blackboardReadingFaults } from './blackboard-reading';
import { endpoints } from '../schemas';
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
import { storyFaults } from './stories';
import { tokenFaults } from './token';
import { trialFaults } from './trial';
import { validationFaults } from './validation';

/** A fault as it stands in the catalogue. */
export interface CataloguedFault extends Fault {
  /** The endpoint that is wrong, or `gateway` where it is none in particular. */
  readonly endpoint: string;
  /** Whether somebody wrote it from the meaning of the docs; the others are derived from the endpoint files. */
  readonly handWritten: boolean;
}

const handWritten: readonly Fault[] = [
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
  ...storyFaults,
  ...trialFaults,
];

const derived: readonly Fault[] = [...validationFaults];

/** The fault catalogue. */
export const faults: readonly CataloguedFault[] = [
  ...handWritten.map((fault) => catalogued(fault, true)),
  ...derived.map((fault) => catalogued(fault, false)),
];

function catalogued(fault: Fault, handWritten: boolean): CataloguedFault {
  const [named] = fault.id.split(':');
  const endpoint = endpoints.find(({ id }) => id === named)?.id ?? 'gateway';
  return { ...fault, endpoint, handWritten };
}

/**
 * The fault with this id.
 * @throws an Error that says where the ids are listed.
 */
export function faultNamed(id: string): Fault {
  const found = faults.find((fault) => fault.id === id);
  if (!found) throw new Error(`There is no fault '${id}'; \`npm run prove -- --list\` prints them all.`);
  return found;
}
