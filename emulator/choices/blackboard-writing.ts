import { answer, choice, type Choice } from './choice';

const limits = 'blackboard.create, unknown: what happens beyond the limits';
const codes = 'blackboard pages: no error code of this family is published';

/** What the sources leave open about making, changing and deleting announcements. */
export const blackboardWritingChoices = [
  choice('blackboard/id-form', 'What does the id of an announcement look like?', {
    open: 'samples of 32 hex digits, of 16 letters and digits and of 8; no page states a form',
    answers: [
      answer('hex', '32 lowercase hex digits'),
      answer('digits', '18 digits'),
      answer('uuid', 'a UUID'),
      answer('mixed', '22 letters of both cases, digits, - and _'),
    ],
  }),
  choice('blackboard/category-id-form', 'What does the id of a category look like?', {
    open: 'samples of 32, 16 and 8 characters; no page states a form',
    answers: [
      answer('hex', '32 lowercase hex digits'),
      answer('digits', '18 digits'),
      answer('mixed', '22 letters of both cases, digits, - and _'),
    ],
  }),
  choice('blackboard/words-left-out', 'Is an announcement taken without a title or without a content?', {
    open: 'audit, 3: the page says required, nothing shows that the service checks it',
    answers: [answer('refused', 'no'), answer('taken', 'yes, with a blank one')],
  }),
  choice('blackboard/blank-words', 'Is an announcement taken with a blank title or content?', {
    open: 'audit, 4: the SDK checks blanks at the top level alone',
    answers: [answer('refused', 'no'), answer('taken', 'yes')],
  }),
  choice('blackboard/spaces', 'Are spaces and line ends around a title or content kept?', {
    open: 'audit, 10: text that comes back as it was is promised nowhere',
    answers: [answer('kept', 'yes'), answer('trimmed', 'no')],
  }),
  choice('blackboard/markup', 'Is markup in a content kept?', {
    open: 'audit, 10: no source for scripts and event attributes',
    answers: [answer('kept', 'yes'), answer('cleaned', 'without script elements and event attributes')],
  }),
  choice('blackboard/no-receivers', 'Is an announcement taken that names no receiver?', {
    open: 'blackboard.create, conflicts: a tutorial says that title and content are enough',
    answers: [answer('refused', 'no'), answer('nobody', 'yes, and it reaches nobody')],
  }),
  choice('blackboard/unknown-receiver', 'What becomes of a receiver that does not exist?', {
    open: 'no source',
    answers: [answer('refused', 'the announcement is refused'), answer('dropped', 'it is passed over')],
  }),
  choice('blackboard/too-many-receivers', 'What becomes of more than 20 departments or 1000 people?', {
    open: limits,
    answers: [
      answer('refused', 'the announcement is refused'),
      answer('cut', 'the first ones are taken'),
      answer('taken', 'all are taken'),
    ],
  }),
  choice('blackboard/unknown-category', 'What becomes of a category that does not exist?', {
    open: 'blackboard.create, unknown: a bad category_id',
    answers: [answer('refused', 'the announcement is refused'), answer('dropped', 'it has none')],
  }),
  choice('blackboard/bad-cover', 'What becomes of a coverpic_mediaid that is no media id?', {
    open: 'blackboard.create, unknown: a bad coverpic_mediaid',
    answers: [
      answer('taken', 'it is taken'),
      answer('refused', 'the announcement is refused'),
      answer('dropped', 'there is no cover'),
    ],
  }),
  choice('blackboard/unknown-level', 'What becomes of a private_level other than 0 and 20?', {
    open: 'audit, 1; another page of the docs prints 1 for confidential',
    answers: [answer('refused', 'the announcement is refused'), answer('taken', 'it is a normal one')],
  }),
  choice('blackboard/default-level', 'Is an announcement without private_level confidential?', {
    open: 'blackboard.create, unknown: defaults',
    answers: [answer('normal', 'no'), answer('confidential', 'yes')],
  }),
  choice('blackboard/default-top', 'Is an announcement without push_top pinned?', {
    open: 'blackboard.create, unknown: defaults',
    answers: [answer('no'), answer('yes')],
  }),
  choice('blackboard/default-author', 'Who is the author of an announcement that names none?', {
    open: 'no source',
    answers: [answer('nobody', 'nobody, no author is shown'), answer('operator', 'the operator, by name')],
  }),
  choice('blackboard/repeated', 'Does the same call twice make two announcements?', {
    open: 'blackboard.create, unknown: presumably yes',
    answers: [
      answer('two', 'yes'),
      answer('one', 'no, within ten seconds the second one succeeds and makes none'),
    ],
  }),
  choice(
    'blackboard/left-out-in-update',
    'What becomes of author, category and cover that an update leaves out?',
    {
      open: 'blackboard.update, unknown: kept or cleared',
      answers: [answer('kept', 'they are kept'), answer('cleared', 'they are cleared')],
    },
  ),
  choice('blackboard/no-op-update', 'Does an update that changes nothing move the time of modification?', {
    open: 'blackboard.update, semantics: that the time moves is inferred',
    answers: [answer('moves', 'yes'), answer('stays', 'no')],
  }),
  choice('blackboard/second-delete', 'What is answered to the deletion of an announcement that is gone?', {
    open: 'blackboard.delete, unknown: an error, or success with result false',
    answers: [
      answer('refused', 'refused, as every unknown id is'),
      answer('false', 'success, with result false'),
      answer('true', 'success, with result true'),
    ],
  }),
  choice('blackboard/update-request', 'How is an update without update_request refused?', {
    open: 'blackboard.update, conflicts: the metadata calls it optional, the SDK does not check it',
    answers: [answer('40', '40, by the gateway'), answer('service', 'by the service, as a bad parameter')],
  }),
  choice(
    'blackboard/code-of-parameter',
    'With which code is a parameter refused that the service cannot accept?',
    {
      open: codes,
      answers: [answer('400002'), answer('400001'), answer('40035')],
    },
  ),
  choice('blackboard/code-of-id', 'With which code is an unknown or deleted id refused?', {
    open: 'blackboard.get and others, unknown',
    answers: [answer('400002'), answer('400001'), answer('41031', 'a code that is not in the catalogue')],
  }),
  choice('blackboard/code-of-person', 'With which code is a person refused whom nobody knows?', {
    open: 'audit, 12: 60121, 400023 or 33012 somewhere',
    answers: [answer('60121'), answer('33012'), answer('400023')],
  }),
  choice('blackboard/code-of-right', 'With which code is an operator refused who may not do this?', {
    open: 'blackboard.create and others, unknown: no announcement administrator',
    answers: [answer('400020'), answer('400001'), answer('50002')],
  }),
] as const satisfies readonly Choice[];
