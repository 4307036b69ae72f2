import { answer, choice, type Choice } from './choice';

const limits = 'audit, 8: a page that is too large may be refused or cut, under a minimum nothing is said';
const counts = 'blackboard.get, unknown: whether both counts together are the receivers';

/** What the sources leave open about listing and reading announcements. */
export const blackboardReadingChoices = [
  choice('blackboard/order', 'In which order are ids listed?', {
    open: 'blackboard.listids, unknown: newest first is presumed',
    answers: [
      answer('newest', 'the newest first'),
      answer('oldest', 'the oldest first'),
      answer('modified', 'the last modified first'),
    ],
  }),
  choice('blackboard/filtered-time', 'Which time do start_time and end_time look at?', {
    open: 'blackboard.listids, semantics: creation is presumed',
    answers: [answer('created', 'that of creation'), answer('modified', 'that of the last modification')],
  }),
  choice('blackboard/last-month', 'How long is the last month, where no window is given?', {
    open: 'the page names no days',
    answers: [answer('30', '30 days'), answer('31', '31 days'), answer('28', '28 days')],
  }),
  choice('blackboard/end-alone', 'From when on are ids listed where end_time stands alone?', {
    open: 'blackboard.listids, conflicts: not described',
    answers: [
      answer('month', 'from a month before it'),
      answer('longest', 'from 180 days before it'),
      answer('refused', 'it is refused'),
    ],
  }),
  choice('blackboard/long-window', 'What becomes of a window of more than 180 days?', {
    open: 'blackboard.listids, unknown: its error; a consumer asks 184 days',
    answers: [
      answer('refused'),
      answer('41041', 'refused with 41041 of the catalogue'),
      answer('cut', 'its last 180 days are listed'),
    ],
  }),
  choice('blackboard/end-before-start', 'What becomes of a window that ends before it starts?', {
    open: 'no source',
    answers: [answer('refused'), answer('empty', 'nothing is in it')],
  }),
  choice('blackboard/unknown-category-filter', 'What is listed under a category that does not exist?', {
    open: 'blackboard.listids, unknown: a bad category_id',
    answers: [answer('empty', 'nothing'), answer('refused', 'it is refused')],
  }),
  choice('blackboard/above-most', 'What becomes of a page_size above 30?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', '30 are listed')],
  }),
  choice('blackboard/below-least', 'What becomes of a page or a page_size below 1?', {
    open: limits,
    answers: [answer('refused'), answer('clamped', 'taken as 1')],
  }),
  choice('blackboard/top-ten', 'Which ten announcements does an employee see first, in which order?', {
    open: 'blackboard.listtopten, unknown: order',
    answers: [
      answer('pinned', 'pinned ones, then the newest'),
      answer('newest', 'the newest, pinned or not'),
      answer('rising', 'the same ten as pinned, in reverse'),
    ],
  }),
  choice('blackboard/top-ten-of-stranger', 'What does an employee see whom nobody knows?', {
    open: 'blackboard.listtopten, unknown: an unknown userid',
    answers: [
      answer('refused', 'it is refused'),
      answer('empty', 'nothing'),
      answer('normal', 'the announcements that everybody may see'),
    ],
  }),
  choice('blackboard/top-ten-url', 'Does the url of an announcement hold its id?', {
    open: 'blackboard.listtopten, conflicts: bid and id of the sample differ',
    answers: [answer('id', 'yes, as bid'), answer('other', 'no, bid is another text')],
  }),
  choice('blackboard/categories-order', 'In which order do categories come?', {
    open: 'blackboard.category.list, unknown: order',
    answers: [answer('oldest', 'the oldest first'), answer('newest', 'the newest first')],
  }),
  choice('blackboard/built-in-categories', 'Are the built-in categories listed?', {
    open: 'audit, 9: inferred',
    answers: [answer('listed', 'yes'), answer('hidden', 'no')],
  }),
  choice('blackboard/everybody', 'How does an announcement to the whole company show its receivers?', {
    open: 'blackboard.get, semantics: that it lists neither is inferred from one consumer',
    answers: [
      answer('neither', 'it lists neither people nor departments'),
      answer('root', 'it lists the root department'),
    ],
  }),
  choice('blackboard/department-receivers', 'How are receivers shown that were named by their department?', {
    open: 'no source',
    answers: [
      answer('department', 'as the department'),
      answer('expanded', 'as the department, and its people one by one'),
    ],
  }),
  choice('blackboard/department-code', 'What does the code of a department look like?', {
    open: 'the page calls it encrypted and says no more',
    answers: [
      answer('hex', '16 hex digits, always the same'),
      answer('base64', 'base64 with its signs, always the same'),
      answer('changing', 'another one in every answer'),
    ],
  }),
  choice('blackboard/cover-url', 'What does the url of a cover look like?', {
    open: 'the pages print no whole url',
    answers: [
      answer('download', 'a picture of down.dingtalk.com with the id in its path'),
      answer('signed', 'a link with a signature and no id that one knows again'),
      answer('relative', 'a path without a host'),
    ],
  }),
  choice('blackboard/reading', 'Does who asks for an announcement count as a reader?', {
    open: 'blackboard.get, unknown: whether calling it marks it as read',
    answers: [answer('ignored', 'no'), answer('counted', 'yes')],
  }),
  choice('blackboard/readers', 'Whose reading do the counts tell?', {
    open: counts,
    answers: [
      answer('receivers', 'that of the receivers'),
      answer('all', 'that of everybody who has read it'),
    ],
  }),
  choice('blackboard/sender', 'Does the sender count among the receivers?', {
    open: counts,
    answers: [answer('no', 'only where addressed'), answer('yes', 'always')],
  }),
  choice('blackboard/receiver-twice', 'Does a receiver count twice who is named and in a department?', {
    open: 'blackboard.create, semantics: unknown',
    answers: [answer('once', 'no'), answer('twice', 'yes')],
  }),
  choice('blackboard/v1-code-of-id', 'How does v1.0 refuse an unknown or deleted id?', {
    open: 'blackboard.get_blackboard, unknown: badRequest is presumed',
    answers: [
      answer('badRequest', '400 badRequest'),
      answer('notFound', '404, with a code of its own'),
      answer('accessDenied', '403 accessDenied'),
    ],
  }),
  choice('blackboard/v1-code-of-person', 'How does v1.0 refuse a reader whom nobody knows?', {
    open: 'the page has 400 for what is not legal and 403 for who is of another organisation',
    answers: [answer('badRequest', '400 badRequest'), answer('accessDenied', '403 accessDenied')],
  }),
] as const satisfies readonly Choice[];
