import type { Choice } from './choice';

/** What the sources leave open about the AI services. */
export const aiChoices = [
  {
    id: 'ai/translation',
    question: 'What does a translation look like?',
    about: ['ai/translate'],
    open: 'audit, 5: that it differs from the query is inferred',
    answers: [
      { id: 'marked', what: 'the query behind the pair of languages' },
      { id: 'same', what: 'the query, as where there is nothing to translate' },
    ],
  },
  {
    id: 'ai/unlisted-pair',
    question: 'What becomes of a pair of languages that the page does not list?',
    about: ['ai/translate'],
    open: 'ai.translate, unknown: its errcode; audit, 5: that it is refused is inferred',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'translated', what: 'translated like any other' },
      { id: 'same-only', what: 'refused, but for a language and itself, which gives the query' },
    ],
  },
  {
    id: 'ai/unknown-type',
    question: 'What becomes of a type of document that the page does not list?',
    about: ['ai/ocr'],
    open: 'ai.ocr, unknown: a wrong type',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'taken', what: 'read as an identity card' },
    ],
  },
  {
    id: 'ai/picture-of-another',
    question: 'What becomes of a picture that shows no document of the type?',
    about: ['ai/ocr'],
    open: 'audit, 7: that one picture is read as any type is inferred',
    answers: [
      { id: 'read', what: 'something is read' },
      { id: 'nothing', what: 'success, and data is an empty object' },
      { id: 'refused', what: 'refused, for all but identity cards' },
    ],
  },
  {
    id: 'ai/no-url',
    question: 'What becomes of an image_url that is none?',
    about: ['ai/ocr'],
    open: 'ai.ocr, unknown: an unreadable picture',
    answers: [
      { id: 'refused', what: 'refused' },
      { id: 'nothing', what: 'success, and data is an empty object' },
    ],
  },
  {
    id: 'ai/long-url',
    question: 'What becomes of an image_url of about 1000 characters?',
    about: ['ai/ocr'],
    open: 'ai.ocr, unknown: an over-long URL; audit, 7: that 1000 are taken is inferred',
    answers: [
      { id: 'limit', what: '1000 are taken, more are refused' },
      { id: 'cut', what: 'more are cut' },
      { id: 'lost', what: 'nothing stands there, so it is refused' },
    ],
  },
  {
    id: 'ai/figures',
    question: 'Which angle and sizes are told?',
    about: ['ai/ocr'],
    open: 'the sample has 100 for all of them',
    answers: [
      { id: 'upright', what: 'angle 0, a thousand by 630' },
      { id: 'turned', what: 'angle 270, with sides changed and an original four times as large' },
      { id: 'none', what: '0 for all of them' },
    ],
  },
  {
    id: 'ai/code-of-parameter',
    question: 'With which code is a parameter refused that the service cannot accept?',
    about: ['ai'],
    open: 'ai pages, unknown',
    answers: [
      { id: '400002', what: '400002' },
      { id: '41', what: '41' },
      { id: '40035', what: '40035' },
    ],
  },
] as const satisfies readonly Choice[];
