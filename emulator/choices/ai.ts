import { answer, choice, type Choice } from './choice';

/** What the sources leave open about the AI services. */
export const aiChoices = [
  choice('ai/translation', 'What does a translation look like?', {
    open: 'audit, 5: that it differs from the query is inferred',
    answers: [
      answer('marked', 'the query behind the pair of languages'),
      answer('same', 'the query, as where there is nothing to translate'),
    ],
  }),
  choice('ai/unlisted-pair', 'What becomes of a pair of languages that the page does not list?', {
    open: 'ai.translate, unknown: its errcode; audit, 5: that it is refused is inferred',
    answers: [
      answer('refused'),
      answer('translated', 'translated like any other'),
      answer('same-only', 'refused, but for a language and itself, which gives the query'),
    ],
  }),
  choice('ai/unknown-type', 'What becomes of a type of document that the page does not list?', {
    open: 'ai.ocr, unknown: a wrong type',
    answers: [answer('refused'), answer('taken', 'read as an identity card')],
  }),
  choice('ai/picture-of-another', 'What becomes of a picture that shows no document of the type?', {
    open: 'audit, 7: that one picture is read as any type is inferred',
    answers: [
      answer('read', 'something is read'),
      answer('nothing', 'success, and data is an empty object'),
      answer('refused', 'refused, for all but identity cards'),
    ],
  }),
  choice('ai/no-url', 'What becomes of an image_url that is none?', {
    open: 'ai.ocr, unknown: an unreadable picture',
    answers: [answer('refused'), answer('nothing', 'success, and data is an empty object')],
  }),
  choice('ai/long-url', 'What becomes of an image_url of about 1000 characters?', {
    open: 'ai.ocr, unknown: an over-long URL; audit, 7: that 1000 are taken is inferred',
    answers: [
      answer('limit', '1000 are taken, more are refused'),
      answer('cut', 'more are cut'),
      answer('lost', 'nothing stands there, so it is refused'),
    ],
  }),
  choice('ai/figures', 'Which angle and sizes are told?', {
    open: 'the sample has 100 for all of them',
    answers: [
      answer('upright', 'angle 0, a thousand by 630'),
      answer('turned', 'angle 270, with sides changed and an original four times as large'),
      answer('none', '0 for all of them'),
    ],
  }),
  choice('ai/code-of-parameter', 'With which code is a parameter refused that the service cannot accept?', {
    open: 'ai pages, unknown',
    answers: [answer('400002'), answer('41'), answer('40035')],
  }),
] as const satisfies readonly Choice[];
