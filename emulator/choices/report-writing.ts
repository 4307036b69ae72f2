import { answer, choice, type Choice } from './choice';

const checks = 'audit, 3: the page says required, nothing shows that the service checks it';

/** What the sources leave open about templates and about writing reports. */
export const reportWritingChoices = [
  choice('report/id-form', 'What does the id of a report or a draft look like?', {
    open: '32 hex digits are inferred from public ids; no page states a form',
    answers: [
      answer('hex', '32 lowercase hex digits'),
      answer('digits', '18 digits'),
      answer('uuid', 'a UUID'),
      answer('mixed', '22 letters of both cases, digits, - and _'),
    ],
  }),
  choice('report/template-id-form', 'What does the id of a template look like?', {
    open: '32 hex digits are inferred from public ids; no page states a form',
    answers: [
      answer('hex', '32 lowercase hex digits'),
      answer('digits', '18 digits'),
      answer('mixed', '22 letters of both cases, digits, - and _'),
    ],
  }),
  choice('report/switches-left-out', 'Is a report taken without to_chat or dd_from?', {
    open: 'report.create, conflicts: clients leave out either',
    answers: [answer('refused', 'no'), answer('taken', 'yes, without a message and without a source')],
  }),
  choice('report/form-left-out', 'Is a field taken without type, content_type or content?', {
    open: checks,
    answers: [answer('refused', 'no'), answer('taken', 'yes, as an empty text')],
  }),
  choice('report/content-type', 'Is a content_type taken other than markdown?', {
    open: 'field report free-content-types: the client of the vendor sends origin',
    answers: [answer('refused', 'no'), answer('taken', 'yes, whatever it is')],
  }),
  choice('report/field-type', 'Is a field type taken other than 1?', {
    open: 'field report free-content-types: the client of the vendor sends 2, 3, 5 and 7',
    answers: [answer('refused', 'no'), answer('taken', 'yes, as a text')],
  }),
  choice('report/wrong-key', 'Is a field taken whose key is not the name of the template field?', {
    open: 'report.create, unknown: a wrong key',
    answers: [answer('refused', 'no'), answer('taken', 'yes, its sort decides')],
  }),
  choice('report/field-twice', 'Is a report taken that fills the same field twice?', {
    open: 'no source',
    answers: [answer('refused', 'no'), answer('last', 'yes, the last one counts')],
  }),
  choice('report/field-left-out', 'What becomes of a template field that a report does not fill?', {
    open: 'report.list, semantics: that empty fields are shown is inferred',
    answers: [
      answer('empty', 'it is shown empty'),
      answer('hidden', 'it is not shown'),
      answer('refused', 'the report is refused'),
    ],
  }),
  choice('report/contents-order', 'In which order are the fields of a report shown?', {
    open: 'no source',
    answers: [answer('template', 'in that of the template'), answer('reversed', 'in its reverse')],
  }),
  choice('report/cut', 'What are the 1000 characters that a content is cut to?', {
    open: 'the page says characters and no more',
    answers: [
      answer('characters', 'characters, an emoji being one'),
      answer('units', 'units of UTF-16, an emoji being two'),
    ],
  }),
  choice('report/markup', 'Are &, < and > in a content kept?', {
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [answer('kept', 'yes'), answer('escaped', 'no, as entities of HTML')],
  }),
  choice('report/spaces', 'Are spaces and line ends around a content kept?', {
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [answer('kept', 'yes'), answer('trimmed', 'no')],
  }),
  choice('report/draft-checks', 'Are the contents of a draft checked against the template?', {
    open: 'report.savecontent, unknown',
    answers: [
      answer('checked', 'yes, as those of a report'),
      answer('unchecked', 'no, and the template may be unknown'),
    ],
  }),
  choice(
    'report/unknown-receiver',
    'What becomes of a receiver that does not exist, or a group that the template does not have?',
    {
      open: 'report.create, unknown: a group that is not configured',
      answers: [answer('refused', 'the report is refused'), answer('dropped', 'it is passed over')],
    },
  ),
  choice('report/receiver-twice', 'Is a receiver listed twice who is named and in a group, or named twice?', {
    open: 'report.receiver-list, unknown: deduplication',
    answers: [answer('once', 'no'), answer('twice', 'yes')],
  }),
  choice('report/author-receives', 'Is the author one of the receivers?', {
    open: 'report.receiver-list, unknown',
    answers: [answer('no', 'only where named'), answer('yes', 'always')],
  }),
  choice('report/to-chat-groups', 'Does to_chat alone send a report to the groups of its template?', {
    open: 'report.create, conflicts: one client saw both on the same day',
    answers: [answer('no'), answer('yes')],
  }),
  choice(
    'report/unknown-name',
    'What is answered to a template name that nobody has, or that the employee does not see?',
    {
      open: 'report.template-getbyname, semantics: clients guard against both',
      answers: [answer('refused'), answer('blank', 'success, with a blank id and no fields')],
    },
  ),
  choice('report/no-default-receivers', 'How does a template show that it has no receivers by default?', {
    open: 'report.template-getbyname, conflicts: the page says so of groups alone',
    answers: [answer('empty', 'as an empty list'), answer('left-out', 'not at all, like groups')],
  }),
  choice('report/templates-order', 'In which order do templates come?', {
    open: 'report.template-listbyuserid, semantics: by creation is inferred from a sample',
    answers: [
      answer('oldest', 'the oldest first'),
      answer('newest', 'the newest first'),
      answer('name', 'by name'),
    ],
  }),
  choice('report/templates-of-stranger', 'Which templates does an employee see whom nobody knows?', {
    open: 'report.template-listbyuserid, unknown: an unknown userid',
    answers: [
      answer('refused', 'it is refused'),
      answer('empty', 'none'),
      answer('open', 'those that everybody sees'),
    ],
  }),
  choice('report/templates-at-once', 'How many templates come where no size is given?', {
    open: 'report.template-listbyuserid, unknown: default size',
    answers: [answer('100', 'up to 100'), answer('5', 'up to 5')],
  }),
  choice('report/code-of-author', 'With which code is a report refused whose author nobody knows?', {
    open: 'audit, 12: 33012 comes from the catalogue alone',
    answers: [answer('33012'), answer('60121'), answer('400002')],
  }),
] as const satisfies readonly Choice[];
