import { answer, choice, type Choice } from './choice';
import { longCursors } from './cursors';

const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about HR. */
export const hrmChoices = [
  choice('hrm/order', 'In which order do employees come?', {
    open: 'hrm pages, semantics: not stated',
    answers: [
      answer('company', 'in one of the company'),
      answer('sorted', 'sorted as texts'),
      answer('reversed', 'in the reverse of that of the company'),
    ],
  }),
  choice('hrm/cursor', 'What is the cursor of a list of employees?', {
    open: 'hrm.querypreentry, conflicts: the samples fit no rule; of queryonjob alone an offset is observed',
    answers: [
      answer('offset', 'how many have been passed'),
      answer('long', 'a number of 19 digits that stands for it', {
        layer: () => longCursors(['hrm/querypreentry', 'hrm/dismissions']),
      }),
    ],
  }),
  choice('hrm/short-pages', 'May a page hold fewer than were asked for although more follow?', {
    open: 'hrm.queryonjob, conflicts: a sample of a sibling has 5 ids and 8 as the next offset',
    answers: [answer('no'), answer('yes', 'yes, for people who are not shown are passed')],
  }),
  choice('hrm/last-token', 'What is nextToken on the last page of leavers?', {
    open: 'hrm.dismissions, conflicts: optional in the SDK, needed by one client, not looked at by another',
    answers: [answer('moved', 'past the last one'), answer('left-out', 'left out'), answer('zero', '0')],
  }),
  choice('hrm/beyond-end', 'What is answered to an offset beyond the end?', {
    open: 'hrm.queryonjob, unknown: shape of an empty page',
    answers: [answer('empty', 'an empty page'), answer('refused', 'it is refused')],
  }),
  choice('hrm/above-most', 'What becomes of a size above 50 of people about to join?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', '50 come')],
  }),
  choice('hrm/below-least', 'What becomes of a size below 1 or an offset below 0 of people about to join?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', 'taken as 1, or as 0')],
  }),
  choice('hrm/few-results', 'What becomes of maxResults below 1 or nextToken below 0?', {
    open: 'hrm.dismissions, unknown: lower limit of maxResults',
    answers: [
      answer('refused', 'refused with invalidParameter'),
      answer('clamped', 'taken as 1, or as 0'),
      answer('default', 'taken as absent'),
    ],
  }),
  choice('hrm/unknown-status', 'What becomes of a status that is not on the page?', {
    open: 'hrm.queryonjob, unknown: a status such as 9',
    answers: [answer('refused'), answer('nobody', 'nobody has it')],
  }),
  choice('hrm/too-many-statuses', 'What becomes of more than 20 statuses?', {
    open: limits,
    answers: [answer('refused'), answer('cut', 'the first 20 count')],
  }),
  choice('hrm/without-status', 'Does anybody in service have no status?', {
    open: 'the page lists -1 and does not say who has it',
    answers: [answer('some', 'yes'), answer('nobody', 'no')],
  }),
  choice('hrm/came-back', 'Is somebody who came back still among those who left?', {
    open: 'audit, 9: that nobody is in two lists is inferred',
    answers: [answer('one', 'no, everybody is in one list'), answer('both', 'yes')],
  }),
  choice('hrm/body-of-get', 'Is a JSON body of the GET for leavers read?', {
    open: 'field report dismissions-with-a-body: unknown',
    answers: [answer('ignored', 'no'), answer('read', 'yes, where the query does not name it')],
  }),
] as const satisfies readonly Choice[];
