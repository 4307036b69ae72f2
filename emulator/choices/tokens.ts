import { answer, choice, type Choice } from './choice';

/** What the sources leave open about tokens and the endpoints that hand them out. */
export const tokenChoices = [
  choice('token/form', 'What does an access token look like?', {
    open: 'recordings show 32 hex digits, the sample of the page is not hexadecimal, no page states a form',
    answers: [
      answer('hex', '32 lowercase hex digits'),
      answer('mixed', '32 letters of both cases and digits', { unlike: /^pattern .*token$/i }),
      answer('short', '20 lowercase letters and digits', { unlike: /^pattern .*token$/i }),
      answer('dotted', 'some 120 characters with dots, dashes and underscores', {
        unlike: /^pattern .*token$/i,
      }),
    ],
  }),
  choice(
    'token/generations',
    'Do both token endpoints give the same token, and does each gateway take both?',
    {
      open: 'one token for both gateways is inferred from client code; notes on a real tenant of 2026 say otherwise',
      answers: [
        answer('one', 'one token, taken by both gateways'),
        answer('two', 'a token of its own from each, both taken by both gateways'),
        answer('own', 'a token of its own from each, taken only by the gateway of that generation'),
      ],
    },
  ),
  choice('token/expires-in', 'What does a repeated request for a token say about its lifetime?', {
    open: 'token.get, unknown: whether it counts down',
    answers: [answer('whole', 'always the whole 7200 s'), answer('remaining', 'what is left of the 7200 s')],
  }),
  choice('token/post', 'How is POST /gettoken answered?', {
    open: 'token.get, unknown: answer to POST; 43001 only by analogy',
    answers: [
      answer('refused', 'refused with 43001'),
      answer('query', 'like GET, from the query'),
      answer('form', 'like GET, from the query and from a form'),
    ],
  }),
  choice(
    'token/missing-secret',
    'With which code is a request refused that names an appkey and no appsecret?',
    {
      open: 'token.get, unknown: only the secret is missing',
      answers: [
        answer('40035', '40035, as for a missing appkey'),
        answer('40096', '40096, as for a wrong secret'),
        answer('41004', '41004 of the catalogue, secret missing'),
      ],
    },
  ),
  choice('token/blank', 'Is a blank appkey or appsecret missing or wrong?', {
    open: 'no recording of either',
    answers: [answer('missing'), answer('wrong', 'wrong: 40096')],
  }),
  choice('token/v1-missing', 'How is accessToken refused when half of the credentials is left out?', {
    open: 'token.access_token, unknown: Missing<parameter> is presumed',
    answers: [
      answer('mandatory', 'Missing and the name of the parameter'),
      answer('wrong', 'invalidClientIdOrSecret'),
    ],
  }),
  choice('token/v1-blank', 'Is a blank appKey or appSecret of accessToken missing or wrong?', {
    open: 'no recording of either',
    answers: [answer('missing'), answer('wrong', 'wrong: invalidClientIdOrSecret')],
  }),
] as const satisfies readonly Choice[];
