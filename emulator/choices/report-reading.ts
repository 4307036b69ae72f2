import type { Choice } from './choice';
import { longCursors } from './cursors';

const people = ['report/statistics-listbytype', 'report/receiver-list', 'report/comment-list'];
const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about listing reports and what people did about them. */
export const reportReadingChoices = [
  {
    id: 'report/order',
    question: 'In which order do reports come?',
    about: ['report/list'],
    open: 'report.list, unknown: sort order',
    answers: [
      { id: 'oldest', what: 'the oldest first' },
      { id: 'newest', what: 'the newest first' },
    ],
  },
  {
    id: 'report/summaries-order',
    question: 'Do summaries come in the order of the reports?',
    about: ['report/simplelist'],
    open: 'audit, 9: that both lists agree is inferred',
    answers: [
      { id: 'same', what: 'yes' },
      { id: 'reversed', what: 'no, in its reverse' },
    ],
  },
  {
    id: 'report/cursor',
    question: 'What is the cursor of a list of reports?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, semantics: a growing row id is inferred from three samples',
    answers: [
      { id: 'row', what: 'the growing number of the last row' },
      { id: 'offset', what: 'how many rows have been read' },
      {
        id: 'long',
        what: 'a number of 19 digits, more than a number of JavaScript holds',
        layer: () => longCursors(['report/list', 'report/simplelist']),
      },
    ],
  },
  {
    id: 'report/last-cursor',
    question: 'What is next_cursor on the last page?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, conflicts: the page says absent, its samples show a number; unknown on an empty page',
    answers: [
      { id: 'row', what: 'the number of the last row, on an empty page that of the request' },
      { id: 'absent', what: 'absent' },
      { id: 'zero', what: '0' },
    ],
  },
  {
    id: 'report/size-shown',
    question: 'What is size in an answer with summaries?',
    about: ['report/simplelist'],
    open: 'report.list calls it the size that was asked for, report.simplelist says nothing',
    answers: [
      { id: 'asked', what: 'what was asked for' },
      { id: 'rows', what: 'how many rows came' },
    ],
  },
  {
    id: 'report/window-end',
    question: 'Is a report of the very end of the window in it?',
    about: ['report/list', 'report/simplelist'],
    open: 'no source',
    answers: [
      { id: 'in', what: 'yes' },
      { id: 'out', what: 'no' },
    ],
  },
  {
    id: 'report/long-window',
    question: 'What becomes of a window of more than 180 days?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, unknown: its errcode',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: '41041', what: 'refused with 41041 of the catalogue' },
      { id: 'cut', what: 'its last 180 days are listed' },
    ],
  },
  {
    id: 'report/end-before-start',
    question: 'What becomes of a window that ends before it starts?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, unknown: start_time after end_time',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'empty', what: 'nothing is in it' },
    ],
  },
  {
    id: 'report/stranger-filter',
    question: 'What is listed of an author whom nobody knows?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, unknown: an unknown userid',
    answers: [
      { id: 'empty', what: 'nothing' },
      { id: 'refused', what: 'it is refused' },
    ],
  },
  {
    id: 'report/above-most',
    question: 'What becomes of a size above that of the page?',
    about: ['report'],
    open: 'report.list, unknown: what size above 20 does',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: 'as many as allowed come' },
    ],
  },
  {
    id: 'report/below-least',
    question: 'What becomes of a size below 1, or an offset or cursor below 0?',
    about: ['report'],
    open: limits,
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'clamped', what: 'taken as 1, or as 0' },
    ],
  },
  {
    id: 'report/time',
    question: 'How exact are the times of a report?',
    about: ['report/list', 'report/simplelist'],
    open: 'whole seconds are inferred from one record',
    answers: [
      { id: 'seconds', what: 'milliseconds of whole seconds' },
      { id: 'milliseconds', what: 'the very millisecond' },
    ],
  },
  {
    id: 'report/departments',
    question: 'How are the departments of an author written who is in several?',
    about: ['report/list', 'report/simplelist'],
    open: 'a comma is observed, the order is not',
    answers: [
      { id: 'company', what: 'in the order of the company' },
      { id: 'reversed', what: 'in its reverse' },
    ],
  },
  {
    id: 'report/no-remark',
    question: 'How is a remark shown that is not there?',
    about: ['report/list', 'report/simplelist'],
    open: 'report.list, conflicts: absent in one sample, blank in the other',
    answers: [
      { id: 'samples', what: 'left out of reports, blank in summaries' },
      { id: 'blank', what: 'blank in both' },
      { id: 'left-out', what: 'left out of both' },
    ],
  },
  {
    id: 'report/comments-order',
    question: 'In which order do comments come?',
    about: ['report/comment-list'],
    open: 'report.comment-list, unknown: order',
    answers: [
      { id: 'oldest', what: 'the oldest first' },
      { id: 'newest', what: 'the newest first' },
    ],
  },
  {
    id: 'report/people-order',
    question: 'In which order do people come?',
    about: ['report/statistics-listbytype', 'report/receiver-list'],
    open: 'report.statistics-listbytype, unknown: order of userids',
    answers: [
      { id: 'acted', what: 'in which they acted or were named' },
      { id: 'sorted', what: 'sorted as texts' },
    ],
  },
  {
    id: 'report/people-cursor',
    question: 'What is the cursor of a list of people or comments?',
    about: people,
    open: 'report.statistics-listbytype, semantics: a row offset is inferred from one sample',
    answers: [
      { id: 'offset', what: 'how many rows have been read' },
      { id: 'long', what: 'a number of 19 digits that stands for it', layer: () => longCursors(people) },
    ],
  },
  {
    id: 'report/people-type',
    question: 'What is listed for a type other than 0, 1 and 2?',
    about: ['report/statistics-listbytype'],
    open: 'report.statistics-listbytype, unknown: a type outside them',
    answers: [
      { id: 'refused', what: 'it is refused' },
      { id: 'taken', what: 'who has read' },
    ],
  },
  {
    id: 'report/author-counts',
    question: 'Do the figures count what the author does, too?',
    about: ['report/statistics'],
    open: 'report.statistics, semantics: that they agree with the lists is inferred',
    answers: [
      { id: 'yes', what: 'yes, as the lists do' },
      { id: 'no', what: 'no, unlike the lists' },
    ],
  },
  {
    id: 'report/unread-month',
    question: 'How long is the month of unread reports?',
    about: ['report/getunreadcount'],
    open: 'report.getunreadcount, unknown: 30 days or a calendar month',
    answers: [
      { id: '30', what: '30 days' },
      { id: '31', what: '31 days' },
    ],
  },
  {
    id: 'report/unread-of-stranger',
    question: 'How many unread reports has somebody whom nobody knows?',
    about: ['report/getunreadcount'],
    open: 'report.getunreadcount, unknown: an unknown userid',
    answers: [
      { id: 'refused', what: 'it is refused' },
      { id: 'none', what: '0' },
    ],
  },
  {
    id: 'report/unread-of-nobody',
    question: 'What is answered where getunreadcount names nobody?',
    about: ['report/getunreadcount'],
    open: 'report.getunreadcount, conflicts: the SDK does not check it',
    answers: [
      { id: 'refused', what: 'it is refused' },
      { id: 'none', what: '0' },
    ],
  },
  {
    id: 'report/code-of-parameter',
    question: 'With which code is a parameter refused that the service cannot accept?',
    about: ['report'],
    open: 'the pages name no code; 400002 is observed for a sort that the template does not have',
    answers: [
      { id: '400002', what: '400002' },
      { id: '40035', what: '40035' },
      { id: '400001', what: '400001' },
    ],
  },
  {
    id: 'report/code-of-id',
    question: 'With which code is an id refused that no report and no template has?',
    about: ['report'],
    open: 'report.comment-list and others, unknown',
    answers: [
      { id: '400002', what: '400002' },
      { id: '400001', what: '400001' },
      { id: '404002', what: 'a code that is not in the catalogue' },
    ],
  },
  {
    id: 'report/code-of-person',
    question: 'With which code is a person refused whom nobody knows?',
    about: ['report'],
    open: 'audit, 12: 60121, 400023 or 33012 somewhere',
    answers: [
      { id: '60121', what: '60121' },
      { id: '33012', what: '33012' },
      { id: '400023', what: '400023' },
    ],
  },
] as const satisfies readonly Choice[];
