import type { Variant } from './variant';

/** The same answers, written in other ways. */
export const wordingVariants: readonly Variant[] = [
  {
    id: 'talkative',
    what: 'Answers hold fields that no page documents, at every level.',
    choices: { 'gateway/more-fields': 'some' },
  },
  {
    id: 'terse',
    what: 'Whatever an answer may leave out is left out, errmsg first, and texts are worded otherwise.',
    choices: {
      'gateway/optional-fields': 'left-out',
      'topapi/errmsg': 'left-out',
      'gateway/words': 'other',
    },
  },
  {
    id: 'shuffled',
    what: 'Lists come in another order each time, and keys in reverse.',
    choices: { 'gateway/list-order': 'changing', 'gateway/key-order': 'reversed' },
  },
];
