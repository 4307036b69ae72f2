import { aiFaults } from './ai';
import { blackboardFaults } from './blackboard';
import { blackboardAccessFaults } from './blackboard-access';
import { blackboardReadingFaults } from './blackboard-reading';
import { endpoints } from '../../schemas';
import { isFirm, sourceOf } from '../../schemas/evidence';
import type { Fault } from './fault';
import { checkinFaults } from './checkin';
import { draftAndCategoryFaults } from './drafts-and-categories';
import { answerFaults } from './derived-answers';
import { fieldFaults } from './derived-fields';
import { refusalFaults } from './derived-refusals';
import { requestFaults } from './derived-requests';
import { tokenCheckFaults } from './derived-tokens';
import { listEdgeFaults } from './list-edges';
import { lookupFaults } from './lookups';
import { namingFaults } from './naming';
import { permissionFaults } from './permissions';
import { ofAnotherFaults } from './of-another';
import { ofAnotherAnnouncementFaults } from './of-another-announcement';
import { reportPagingFaults } from './report-paging';
import { gatewayFaults } from './gateway';
import { gatewayPathFaults } from './gateway-paths';
import { hrmFaults } from './hrm';
import { dismissionFaults } from './hrm-dismissions';
import { refusedYetDoneFaults } from './refused-yet-done';
import { reportReadingFaults } from './report-reading';
import { reportFaults } from './report';
import { reportPeopleFaults } from './report-people';
import { storyFaults } from './stories';
import { tokenFaults } from './token';
import { trialFaults } from './trial';
import { unfilteredFaults } from './unfiltered';
import { validationFaults } from './validation';

/** A fault as it stands in the catalogue. */
export interface CataloguedFault extends Fault {
  /** The endpoint that is wrong, or `gateway` where it is none in particular. */
  readonly endpoint: string;
  /** Whether somebody wrote it from the meaning of the docs; the others are derived from the endpoint files. */
  readonly handWritten: boolean;
  /** Whether it breaks something documented or observed, which has to hold on any tenant; what is inferred has to hold on our own only. */
  readonly firm: boolean;
  /** Where it stands. */
  readonly file: string;
}

type Lists = Readonly<Record<string, readonly Fault[]>>;

/** By the file that they stand in. */
const handWritten: Lists = {
  token: tokenFaults,
  gateway: gatewayFaults,
  blackboard: blackboardFaults,
  'blackboard-reading': blackboardReadingFaults,
  'blackboard-access': blackboardAccessFaults,
  report: reportFaults,
  'report-people': reportPeopleFaults,
  'report-paging': reportPagingFaults,
  naming: namingFaults,
  hrm: hrmFaults,
  'hrm-dismissions': dismissionFaults,
  checkin: checkinFaults,
  ai: aiFaults,
  'report-reading': reportReadingFaults,
  'drafts-and-categories': draftAndCategoryFaults,
  stories: storyFaults,
  'gateway-paths': gatewayPathFaults,
  'list-edges': listEdgeFaults,
  lookups: lookupFaults,
  'refused-yet-done': refusedYetDoneFaults,
  permissions: permissionFaults,
  trial: trialFaults,
  unfiltered: unfilteredFaults,
  'of-another': ofAnotherFaults,
  'of-another-announcement': ofAnotherAnnouncementFaults,
};

const derived: Lists = {
  validation: validationFaults,
  'derived-fields': fieldFaults,
  'derived-answers': answerFaults,
  'derived-requests': requestFaults,
  'derived-refusals': refusalFaults,
  'derived-tokens': tokenCheckFaults,
};

/** The fault catalogue. */
export const faults: readonly CataloguedFault[] = [
  ...catalogued(handWritten, true),
  ...catalogued(derived, false),
];

function catalogued(lists: Lists, handWritten: boolean): CataloguedFault[] {
  return Object.entries(lists).flatMap(([name, list]) =>
    list.map((fault) => ({
      ...{ ...fault, endpoint: endpointOf(fault), handWritten },
      ...{ firm: breaksFirm(fault), file: `lab/faults/${name}.ts` },
    })),
  );
}

// That an endpoint answers, refuses or takes a form are no facts of their own; they count where nothing else is named.
function breaksFirm({ source, promises }: Fault): boolean {
  if (source !== undefined) return isFirm(source);
  const sources = promises.flatMap((promise) => sourceOf(promise) ?? []);
  return sources.length === 0 || sources.some(isFirm);
}

function endpointOf({ id }: Fault): string {
  const [named] = id.split(':');
  return endpoints.find((endpoint) => endpoint.id === named)?.id ?? 'gateway';
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
