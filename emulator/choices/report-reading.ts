import { answer, choice, type Choice } from './choice';
import { longCursors } from './cursors';

const people = ['report/statistics-listbytype', 'report/receiver-list', 'report/comment-list'];
const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';

/** What the sources leave open about listing reports and what people did about them. */
export const reportReadingChoices = [
  choice('report/order', 'In which order do reports come?', {
    open: 'report.list, unknown: sort order',
    answers: [answer('oldest', 'the oldest first'), answer('newest', 'the newest first')],
  }),
  choice('report/summaries-order', 'Do summaries come in the order of the reports?', {
    open: 'audit, 9: that both lists agree is inferred',
    answers: [answer('same', 'yes'), answer('reversed', 'no, in its reverse')],
  }),
  choice('report/cursor', 'What is the cursor of a list of reports?', {
    open: 'report.list, semantics: a growing row id is inferred from three samples',
    answers: [
      answer('row', 'the growing number of the last row'),
      answer('offset', 'how many rows have been read'),
      answer('long', 'a number of 19 digits, more than a number of JavaScript holds', {
        layer: () => longCursors(['report/list', 'report/simplelist']),
      }),
    ],
  }),
  choice('report/last-cursor', 'What is next_cursor on the last page?', {
    open: 'report.list, conflicts: the page says absent, its samples show a number; unknown on an empty page',
    answers: [
      answer('row', 'the number of the last row, on an empty page that of the request'),
      answer('absent'),
      answer('zero', '0'),
    ],
  }),
  choice('report/size-shown', 'What is size in an answer with summaries?', {
    open: 'report.list calls it the size that was asked for, report.simplelist says nothing',
    answers: [answer('asked', 'what was asked for'), answer('rows', 'how many rows came')],
  }),
  choice('report/window-end', 'Is a report of the very end of the window in it?', {
    open: 'no source',
    answers: [answer('in', 'yes'), answer('out', 'no')],
  }),
  choice('report/long-window', 'What becomes of a window of more than 180 days?', {
    open: 'report.list, unknown: its errcode',
    answers: [
      answer('refused'),
      answer('41041', 'refused with 41041 of the catalogue'),
      answer('cut', 'its last 180 days are listed'),
    ],
  }),
  choice('report/end-before-start', 'What becomes of a window that ends before it starts?', {
    open: 'report.list, unknown: start_time after end_time',
    answers: [answer('refused'), answer('empty', 'nothing is in it')],
  }),
  choice('report/stranger-filter', 'What is listed of an author whom nobody knows?', {
    open: 'report.list, unknown: an unknown userid',
    answers: [answer('empty', 'nothing'), answer('refused', 'it is refused')],
  }),
  choice('report/above-most', 'What becomes of a size above that of the page?', {
    open: 'report.list, unknown: what size above 20 does',
    answers: [answer('refused'), answer('clamped', 'as many as allowed come')],
  }),
  choice('report/below-least', 'What becomes of a size below 1, or an offset or cursor below 0?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', 'taken as 1, or as 0')],
  }),
  choice('report/time', 'How exact are the times of a report?', {
    open: 'whole seconds are inferred from one record',
    answers: [
      answer('seconds', 'milliseconds of whole seconds'),
      answer('milliseconds', 'the very millisecond'),
    ],
  }),
  choice('report/departments', 'How are the departments of an author written who is in several?', {
    open: 'a comma is observed, the order is not',
    answers: [answer('company', 'in the order of the company'), answer('reversed', 'in its reverse')],
  }),
  choice('report/no-remark', 'How is a remark shown that is not there?', {
    open: 'report.list, conflicts: absent in one sample, blank in the other',
    answers: [
      answer('samples', 'left out of reports, blank in summaries'),
      answer('blank', 'blank in both'),
      answer('left-out', 'left out of both'),
    ],
  }),
  choice('report/comments-order', 'In which order do comments come?', {
    open: 'report.comment-list, unknown: order',
    answers: [answer('oldest', 'the oldest first'), answer('newest', 'the newest first')],
  }),
  choice('report/people-order', 'In which order do people come?', {
    open: 'report.statistics-listbytype, unknown: order of userids',
    answers: [answer('acted', 'in which they acted or were named'), answer('sorted', 'sorted as texts')],
  }),
  choice('report/people-cursor', 'What is the cursor of a list of people or comments?', {
    open: 'report.statistics-listbytype, semantics: a row offset is inferred from one sample',
    answers: [
      answer('offset', 'how many rows have been read'),
      answer('long', 'a number of 19 digits that stands for it', { layer: () => longCursors(people) }),
    ],
  }),
  choice('report/people-type', 'What is listed for a type other than 0, 1 and 2?', {
    open: 'report.statistics-listbytype, unknown: a type outside them',
    answers: [answer('refused', 'it is refused'), answer('taken', 'who has read')],
  }),
  choice('report/author-counts', 'Do the figures count what the author does, too?', {
    open: 'report.statistics, semantics: that they agree with the lists is inferred',
    answers: [answer('yes', 'yes, as the lists do'), answer('no', 'no, unlike the lists')],
  }),
  choice('report/unread-month', 'How long is the month of unread reports?', {
    open: 'report.getunreadcount, unknown: 30 days or a calendar month',
    answers: [answer('30', '30 days'), answer('31', '31 days')],
  }),
  choice('report/unread-of-stranger', 'How many unread reports has somebody whom nobody knows?', {
    open: 'report.getunreadcount, unknown: an unknown userid',
    answers: [answer('refused', 'it is refused'), answer('none', '0')],
  }),
  choice('report/unread-of-nobody', 'What is answered where getunreadcount names nobody?', {
    open: 'report.getunreadcount, conflicts: the SDK does not check it',
    answers: [answer('refused', 'it is refused'), answer('none', '0')],
  }),
  choice(
    'report/code-of-parameter',
    'With which code is a parameter refused that the service cannot accept?',
    {
      open: 'the pages name no code; 400002 is observed for a sort that the template does not have',
      answers: [answer('400002'), answer('40035'), answer('400001')],
    },
  ),
  choice('report/code-of-id', 'With which code is an id refused that no report and no template has?', {
    open: 'report.comment-list and others, unknown',
    answers: [answer('400002'), answer('400001'), answer('404002', 'a code that is not in the catalogue')],
  }),
  choice('report/code-of-person', 'With which code is a person refused whom nobody knows?', {
    open: 'audit, 12: 60121, 400023 or 33012 somewhere',
    answers: [answer('60121'), answer('33012'), answer('400023')],
  }),
] as const satisfies readonly Choice[];
