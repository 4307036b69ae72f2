import type { Choice } from './choice';

const topLevel = 'audit, 1: no page, catalogue entry or recording, but one 41 for a boolean';
const nested = 'audit, 1 and 3: the page names a type, nothing shows that the service checks it';

/** What the sources leave open about requests that are not as the page says, for every product. */
export const inputChoices = [
  {
    id: 'input/object-for-text',
    question: 'What becomes of an object or a list where a text is wanted, at the top level?',
    about: ['topapi', 'v1'],
    open: topLevel,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'text', what: 'taken as the text of its JSON' },
      { id: 'ignored', what: 'taken as absent' },
    ],
  },
  {
    id: 'input/nested-object-for-text',
    question: 'What becomes of an object or a list where a text is wanted, inside an object?',
    about: ['topapi'],
    open: nested,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'text', what: 'taken as the text of its JSON' },
    ],
  },
  {
    id: 'input/text-for-number',
    question: 'What becomes of a text like abc where a number is wanted, at the top level?',
    about: ['topapi', 'v1'],
    open: topLevel,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'ignored', what: 'taken as absent' },
      { id: 'zero', what: 'taken as 0' },
    ],
  },
  {
    id: 'input/number-for-text',
    question: 'What becomes of a number or a boolean where a text is wanted, at the top level?',
    about: ['topapi', 'v1'],
    open: 'a form cannot tell them apart; for JSON no source',
    answers: [
      { id: 'digits', what: 'taken as it is written' },
      { id: 'refused', what: 'refused' },
    ],
  },
  {
    id: 'input/nested-number-for-text',
    question: 'What becomes of a number or a boolean where a text is wanted, inside an object?',
    about: ['topapi'],
    open: nested,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'digits', what: 'taken as it is written' },
    ],
  },
  {
    id: 'input/nested-text-for-number',
    question: 'Are digits in a text read where a number is wanted, inside an object?',
    about: ['topapi'],
    open: 'observed for sort and type of a report alone',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'read', what: 'read' },
    ],
  },
  {
    id: 'input/fraction',
    question: 'What becomes of 1.5 where a whole number is wanted?',
    about: ['topapi', 'v1'],
    open: topLevel,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'floored', what: 'the fraction is dropped' },
    ],
  },
  {
    id: 'input/flag',
    question: 'What becomes of 1, 0 or a text where true or false is wanted, inside an object?',
    about: ['topapi'],
    open: 'one recording refuses False at the top level',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'read', what: '1 and true are true, everything else is false' },
    ],
  },
  {
    id: 'input/text-for-list',
    question: 'What becomes of a text where a list is wanted, inside an object?',
    about: ['topapi'],
    open: 'report.create, conflicts: samples send a bare text, unproven',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'one', what: 'a list of that one' },
      { id: 'split', what: 'split at its commas' },
    ],
  },
  {
    id: 'input/other-for-object',
    question: 'How is a number, a text or a list refused where an object is wanted?',
    about: ['topapi'],
    open: topLevel,
    answers: [
      { id: '41', what: '41, invalid' },
      { id: '40', what: '40, as if it were missing' },
    ],
  },
  {
    id: 'input/null',
    question: 'What does null count as for a top-level parameter that may be left out?',
    about: ['topapi', 'v1'],
    open: 'audit, 2: for required ones the SDK says that null is absent, for others nobody does',
    answers: [
      { id: 'absent', what: 'absent' },
      { id: 'refused', what: 'something of another type' },
    ],
  },
  {
    id: 'input/nested-null',
    question: 'What does null count as, inside an object?',
    about: ['topapi'],
    open: nested,
    answers: [
      { id: 'refused', what: 'something of another type' },
      { id: 'absent', what: 'absent' },
    ],
  },
  {
    id: 'input/blank-optional',
    question: 'What does a blank text count as that may be left out, at the top level?',
    about: ['topapi', 'v1'],
    open: 'audit, 4: the SDK checks required texts alone',
    answers: [
      { id: 'absent', what: 'absent' },
      { id: 'text', what: 'a text like any other' },
    ],
  },
  {
    id: 'input/comma-spaces',
    question: 'Are spaces around the commas of a list ignored?',
    about: ['hrm/queryonjob', 'checkin/record-get'],
    open: 'no sample has any',
    answers: [
      { id: 'ignored', what: 'yes' },
      { id: 'kept', what: 'no, they belong to the item' },
    ],
  },
  {
    id: 'input/brackets',
    question: 'Is a list of plain values read with brackets around it?',
    about: ['hrm/queryonjob', 'checkin/record-get'],
    open: 'hrm.queryonjob, conflicts: two samples send brackets, untested',
    answers: [
      { id: 'kept', what: 'no, they belong to the first and last item' },
      { id: 'dropped', what: 'yes' },
    ],
  },
  {
    id: 'input/code-of-limit',
    question: 'With which code is a top-level value refused that is outside its limits?',
    about: ['topapi'],
    open: 'no recording; 41 is what the SDK says before it sends',
    answers: [
      { id: '41', what: '41' },
      { id: '400002', what: '400002' },
    ],
  },
  {
    id: 'input/code-of-type',
    question: 'With which code is a top-level value of another type refused?',
    about: ['topapi'],
    open: topLevel,
    answers: [
      { id: '41', what: '41' },
      { id: '40035', what: '40035' },
    ],
  },
] as const satisfies readonly Choice[];
