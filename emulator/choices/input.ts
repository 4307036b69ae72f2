import { answer, choice, type Choice } from './choice';

const topLevel = 'audit, 1: no page, catalogue entry or recording, but one 41 for a boolean';
const nested = 'audit, 1 and 3: the page names a type, nothing shows that the service checks it';

/** What the sources leave open about requests that are not as the page says, for every product. */
export const inputChoices = [
  choice(
    'input/object-for-text',
    'What becomes of an object or a list where a text is wanted, at the top level?',
    {
      open: topLevel,
      answers: [
        answer('refused'),
        answer('text', 'taken as the text of its JSON'),
        answer('ignored', 'taken as absent'),
      ],
    },
  ),
  choice(
    'input/nested-object-for-text',
    'What becomes of an object or a list where a text is wanted, inside an object?',
    {
      open: nested,
      answers: [answer('refused'), answer('text', 'taken as the text of its JSON')],
    },
  ),
  choice(
    'input/text-for-number',
    'What becomes of a text like abc where a number is wanted, at the top level?',
    {
      open: topLevel,
      answers: [answer('refused'), answer('ignored', 'taken as absent'), answer('zero', 'taken as 0')],
    },
  ),
  choice(
    'input/number-for-text',
    'What becomes of a number or a boolean where a text is wanted, at the top level?',
    {
      open: 'a form cannot tell them apart; for JSON no source',
      answers: [answer('digits', 'taken as it is written'), answer('refused')],
    },
  ),
  choice(
    'input/nested-number-for-text',
    'What becomes of a number or a boolean where a text is wanted, inside an object?',
    {
      open: nested,
      answers: [answer('refused'), answer('digits', 'taken as it is written')],
    },
  ),
  choice(
    'input/nested-text-for-number',
    'Are digits in a text read where a number is wanted, inside an object?',
    {
      open: 'observed for sort and type of a report alone',
      answers: [answer('refused'), answer('read')],
    },
  ),
  choice('input/fraction', 'What becomes of 1.5 where a whole number is wanted?', {
    open: topLevel,
    answers: [answer('refused'), answer('floored', 'the fraction is dropped')],
  }),
  choice('input/flag', 'What becomes of 1, 0 or a text where true or false is wanted, inside an object?', {
    open: 'one recording refuses False at the top level',
    answers: [answer('refused'), answer('read', '1 and true are true, everything else is false')],
  }),
  choice('input/text-for-list', 'What becomes of a text where a list is wanted, inside an object?', {
    open: 'report.create, conflicts: samples send a bare text, unproven',
    answers: [answer('refused'), answer('one', 'a list of that one'), answer('split', 'split at its commas')],
  }),
  choice('input/other-for-object', 'How is a number, a text or a list refused where an object is wanted?', {
    open: topLevel,
    answers: [answer('41', '41, invalid'), answer('40', '40, as if it were missing')],
  }),
  choice('input/null', 'What does null count as for a top-level parameter that may be left out?', {
    open: 'audit, 2: for required ones the SDK says that null is absent, for others nobody does',
    answers: [answer('absent'), answer('refused', 'something of another type')],
  }),
  choice('input/nested-null', 'What does null count as, inside an object?', {
    open: nested,
    answers: [answer('refused', 'something of another type'), answer('absent')],
  }),
  choice('input/blank-optional', 'What does a blank text count as that may be left out, at the top level?', {
    open: 'audit, 4: the SDK checks required texts alone',
    answers: [answer('absent'), answer('text', 'a text like any other')],
  }),
  choice('input/comma-spaces', 'Are spaces around the commas of a list ignored?', {
    open: 'no sample has any',
    answers: [answer('ignored', 'yes'), answer('kept', 'no, they belong to the item')],
  }),
  choice('input/brackets', 'Is a list of plain values read with brackets around it?', {
    open: 'hrm.queryonjob, conflicts: two samples send brackets, untested',
    answers: [answer('kept', 'no, they belong to the first and last item'), answer('dropped', 'yes')],
  }),
  choice('input/code-of-limit', 'With which code is a top-level value refused that is outside its limits?', {
    open: 'no recording; 41 is what the SDK says before it sends',
    answers: [answer('41'), answer('400002')],
  }),
  choice('input/code-of-type', 'With which code is a top-level value of another type refused?', {
    open: topLevel,
    answers: [answer('41'), answer('40035')],
  }),
] as const satisfies readonly Choice[];
