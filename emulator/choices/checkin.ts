import { answer, choice, type Choice } from './choice';
import { longCursors } from './cursors';

const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about check-ins. */
export const checkinChoices = [
  choice('checkin/order', 'In which order do check-ins come?', {
    open: 'checkin.record.get, semantics: unknown',
    answers: [answer('oldest', 'the oldest first'), answer('newest', 'the newest first')],
  }),
  choice('checkin/stranger', 'What becomes of a person whom nobody knows?', {
    open: 'checkin.record.get, unknown: an unknown userid',
    answers: [answer('nothing', 'there are no check-ins of such a one'), answer('refused', 'it is refused')],
  }),
  choice('checkin/cursor', 'What is the cursor of a list of check-ins?', {
    open: 'checkin.record.get, conflicts: older pages count 0, 1, 2',
    answers: [
      answer('offset', 'how many have been read'),
      answer('long', 'a number of 19 digits that stands for it', {
        layer: () => longCursors(['checkin/record-get']),
      }),
    ],
  }),
  choice('checkin/last-cursor', 'What is next_cursor on the last page?', {
    open: 'checkin.record.get, unknown: null or left out',
    answers: [answer('left-out', 'left out'), answer('null')],
  }),
  choice('checkin/window-end', 'Is a check-in of the very end of the window in it?', {
    open: 'no source',
    answers: [answer('in', 'yes'), answer('out', 'no')],
  }),
  choice('checkin/long-window', 'What becomes of a window that is too long?', {
    open: 'checkin.record.get, unknown: its error; a client asks seven days of several people',
    answers: [
      answer('41041', 'refused with 41041 of the catalogue'),
      answer('refused', 'refused as a bad parameter'),
      answer('cut', 'its last days are listed'),
    ],
  }),
  choice('checkin/end-before-start', 'What becomes of a window that ends before it starts?', {
    open: 'checkin.record.get, unknown: end before start',
    answers: [answer('refused'), answer('empty', 'nothing is in it')],
  }),
  choice('checkin/coordinates', 'Are longitude and latitude shown?', {
    open: 'checkin.record.get, conflicts: not open yet, or plain fields',
    answers: [answer('shown', 'where the phone told them'), answer('left-out', 'no')],
  }),
  choice('checkin/above-most', 'What becomes of a size above 100?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', '100 come')],
  }),
  choice('checkin/below-least', 'What becomes of a size below 1, or a cursor or an offset below 0?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', 'taken as 1, or as 0')],
  }),
  choice('checkin/too-many-people', 'What becomes of more than ten people?', {
    open: limits,
    answers: [answer('refused'), answer('cut', 'the first ten count')],
  }),
  choice(
    'checkin/code-of-parameter',
    'With which code is a parameter refused that the service cannot accept?',
    {
      open: 'the page names no code',
      answers: [answer('400002'), answer('40035')],
    },
  ),
  choice('checkin/coordinates-as', 'How does the list of a department write longitude and latitude?', {
    open: 'checkin/record, contradictions: texts in the table, numbers in the sample',
    answers: [answer('numbers', 'as numbers'), answer('texts', 'as texts')],
  }),
  choice('checkin/unknown-department', 'What becomes of a department that there is not?', {
    open: 'checkin/record, unknown: an unknown department',
    answers: [
      answer('refused', 'refused with 60003 of the catalogue'),
      answer('nothing', 'nobody of it has checked in'),
    ],
  }),
  choice('checkin/unpaged', 'How many check-ins of a department come without offset and size?', {
    open: 'checkin/record, unknown: how many come without both',
    answers: [answer('hundred', 'a hundred'), answer('all')],
  }),
] as const satisfies readonly Choice[];
