import type { Choice } from './choice';
import { longCursors } from './cursors';

const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about HR. */
export const hrmChoices = [
  {
    id: 'hrm/order',
    question: 'In which order do employees come?',
    about: ['hrm'],
    open: 'hrm pages, semantics: not stated',
    answers: [
      { id: 'company', what: 'in one of the company' },
      { id: 'sorted', what: 'sorted as texts' },
      { id: 'reversed', what: 'in the reverse of that of the company' },
    ],
  },
  {
    id: 'hrm/cursor',
    question: 'What is the cursor of a list of employees?',
    about: ['hrm/querypreentry', 'hrm/dismissions'],
    open: 'hrm.querypreentry, conflicts: the samples fit no rule; of queryonjob alone an offset is observed',
    answers: [
      { id: 'offset', what: 'how many have been passed' },
      {
        id: 'long',
        what: 'a number of 19 digits that stands for it',
        layer: () => longCursors(['hrm/querypreentry', 'hrm/dismissions']),
      },
    ],
  },
  {
    id: 'hrm/short-pages',
    question: 'May a page hold fewer than were asked for although more follow?',
    about: ['hrm/queryonjob', 'hrm/querypreentry'],
    open: 'hrm.queryonjob, conflicts: a sample of a sibling has 5 ids and 8 as the next offset',
    answers: [
      { id: 'no', what: 'no' },
      { id: 'yes', what: 'yes, for people who are not shown are passed' },
    ],
  },
  {
    id: 'hrm/last-token',
    question: 'What is nextToken on the last page of leavers?',
    about: ['hrm/dismissions'],
    open: 'hrm.dismissions, conflicts: optional in the SDK, needed by one client, not looked at by another',
    answers: [
      { id: 'moved', what: 'past the last one' },
      { id: 'left-out', what: 'left out' },
      { id: 'zero', what: '0' },
    ],
  },
  {
    id: 'hrm/beyond-end',
    question: 'What is answered to an offset beyond the end?',
    about: ['hrm'],
    open: 'hrm.queryonjob, unknown: shape of an empty page',
    answers: [
      { id: 'empty', what: 'an empty page' },
      { id: 'refused', what: 'it is refused' },
    ],
  },
  {
    id: 'hrm/above-most',
    question: 'What becomes of a size above 50 of people about to join?',
    about: ['hrm/querypreentry'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: '50 come' },
    ],
  },
  {
    id: 'hrm/below-least',
    question: 'What becomes of a size below 1 or an offset below 0 of people about to join?',
    about: ['hrm/querypreentry'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: 'taken as 1, or as 0' },
    ],
  },
  {
    id: 'hrm/few-results',
    question: 'What becomes of maxResults below 1 or nextToken below 0?',
    about: ['hrm/dismissions'],
    open: 'hrm.dismissions, unknown: lower limit of maxResults',
    answers: [
      { id: 'refused', what: 'refused with invalidParameter' },
      { id: 'clamped', what: 'taken as 1, or as 0' },
      { id: 'default', what: 'taken as absent' },
    ],
  },
  {
    id: 'hrm/unknown-status',
    question: 'What becomes of a status that is not on the page?',
    about: ['hrm/queryonjob'],
    open: 'hrm.queryonjob, unknown: a status such as 9',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'nobody', what: 'nobody has it' },
    ],
  },
  {
    id: 'hrm/too-many-statuses',
    question: 'What becomes of more than 20 statuses?',
    about: ['hrm/queryonjob'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'cut', what: 'the first 20 count' },
    ],
  },
  {
    id: 'hrm/without-status',
    question: 'Does anybody in service have no status?',
    about: ['hrm/queryonjob'],
    open: 'the page lists -1 and does not say who has it',
    answers: [
      { id: 'some', what: 'yes' },
      { id: 'nobody', what: 'no' },
    ],
  },
  {
    id: 'hrm/came-back',
    question: 'Is somebody who came back still among those who left?',
    about: ['hrm/dismissions', 'hrm/queryonjob'],
    open: 'audit, 9: that nobody is in two lists is inferred',
    answers: [
      { id: 'one', what: 'no, everybody is in one list' },
      { id: 'both', what: 'yes' },
    ],
  },
  {
    id: 'hrm/body-of-get',
    question: 'Is a JSON body of the GET for leavers read?',
    about: ['hrm/dismissions'],
    open: 'field report dismissions-with-a-body: unknown',
    answers: [
      { id: 'ignored', what: 'no' },
      { id: 'read', what: 'yes, where the query does not name it' },
    ],
  },
] as const satisfies readonly Choice[];
