import type { Choice } from './choice';
import { longCursors } from './cursors';

const both = ['checkin/record-get', 'checkin/record'] as const;
const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about check-ins. */
export const checkinChoices = [
  {
    id: 'checkin/order',
    question: 'In which order do check-ins come?',
    about: both,
    open: 'checkin.record.get, semantics: unknown',
    answers: [
      { id: 'oldest', what: 'the oldest first' },
      { id: 'newest', what: 'the newest first' },
    ],
  },
  {
    id: 'checkin/stranger',
    question: 'What becomes of a person whom nobody knows?',
    about: ['checkin/record-get'],
    open: 'checkin.record.get, unknown: an unknown userid',
    answers: [
      { id: 'nothing', what: 'there are no check-ins of such a one' },
      { id: 'refused', what: 'it is refused' },
    ],
  },
  {
    id: 'checkin/cursor',
    question: 'What is the cursor of a list of check-ins?',
    about: ['checkin/record-get'],
    open: 'checkin.record.get, conflicts: older pages count 0, 1, 2',
    answers: [
      { id: 'offset', what: 'how many have been read' },
      {
        id: 'long',
        what: 'a number of 19 digits that stands for it',
        layer: () => longCursors(['checkin/record-get']),
      },
    ],
  },
  {
    id: 'checkin/last-cursor',
    question: 'What is next_cursor on the last page?',
    about: ['checkin/record-get'],
    open: 'checkin.record.get, unknown: null or left out',
    answers: [
      { id: 'left-out', what: 'left out' },
      { id: 'null', what: 'null' },
    ],
  },
  {
    id: 'checkin/window-end',
    question: 'Is a check-in of the very end of the window in it?',
    about: both,
    open: 'no source',
    answers: [
      { id: 'in', what: 'yes' },
      { id: 'out', what: 'no' },
    ],
  },
  {
    id: 'checkin/long-window',
    question: 'What becomes of a window that is too long?',
    about: both,
    open: 'checkin.record.get, unknown: its error; a client asks seven days of several people',
    answers: [
      { id: '41041', what: 'refused with 41041 of the catalogue' },
      { id: 'refused', what: 'refused as a bad parameter' },
      { id: 'cut', what: 'its last days are listed' },
    ],
  },
  {
    id: 'checkin/end-before-start',
    question: 'What becomes of a window that ends before it starts?',
    about: both,
    open: 'checkin.record.get, unknown: end before start',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'empty', what: 'nothing is in it' },
    ],
  },
  {
    id: 'checkin/coordinates',
    question: 'Are longitude and latitude shown?',
    about: both,
    open: 'checkin.record.get, conflicts: not open yet, or plain fields',
    answers: [
      { id: 'shown', what: 'where the phone told them' },
      { id: 'left-out', what: 'no' },
    ],
  },
  {
    id: 'checkin/above-most',
    question: 'What becomes of a size above 100?',
    about: both,
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: '100 come' },
    ],
  },
  {
    id: 'checkin/below-least',
    question: 'What becomes of a size below 1, or a cursor or an offset below 0?',
    about: both,
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: 'taken as 1, or as 0' },
    ],
  },
  {
    id: 'checkin/too-many-people',
    question: 'What becomes of more than ten people?',
    about: ['checkin/record-get'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'cut', what: 'the first ten count' },
    ],
  },
  {
    id: 'checkin/code-of-parameter',
    question: 'With which code is a parameter refused that the service cannot accept?',
    about: both,
    open: 'the page names no code',
    answers: [
      { id: '400002', what: '400002' },
      { id: '40035', what: '40035' },
    ],
  },
  {
    id: 'checkin/coordinates-as',
    question: 'How does the list of a department write longitude and latitude?',
    about: ['checkin/record'],
    open: 'checkin/record, contradictions: texts in the table, numbers in the sample',
    answers: [
      { id: 'numbers', what: 'as numbers' },
      { id: 'texts', what: 'as texts' },
    ],
  },
  {
    id: 'checkin/unknown-department',
    question: 'What becomes of a department that there is not?',
    about: ['checkin/record'],
    open: 'checkin/record, unknown: an unknown department',
    answers: [
      { id: 'refused', what: 'refused with 60003 of the catalogue' },
      { id: 'nothing', what: 'nobody of it has checked in' },
    ],
  },
  {
    id: 'checkin/unpaged',
    question: 'How many check-ins of a department come without offset and size?',
    about: ['checkin/record'],
    open: 'checkin/record, unknown: how many come without both',
    answers: [
      { id: 'hundred', what: 'a hundred' },
      { id: 'all', what: 'all' },
    ],
  },
] as const satisfies readonly Choice[];
