import type { Choice } from './choice';

/** What the sources leave open about tokens and the endpoints that hand them out. */
export const tokenChoices = [
  {
    id: 'token/form',
    question: 'What does an access token look like?',
    about: ['token'],
    open: 'recordings show 32 hex digits, the sample of the page is not hexadecimal, no page states a form',
    answers: [
      { id: 'hex', what: '32 lowercase hex digits' },
      { id: 'mixed', what: '32 letters of both cases and digits', unlike: /^pattern .*token$/i },
      { id: 'short', what: '20 lowercase letters and digits', unlike: /^pattern .*token$/i },
      {
        id: 'dotted',
        what: 'some 120 characters with dots, dashes and underscores',
        unlike: /^pattern .*token$/i,
      },
    ],
  },
  {
    id: 'token/generations',
    question: 'Do both token endpoints give the same token, and does each gateway take both?',
    about: ['token'],
    open: 'one token for both gateways is inferred from client code; notes on a real tenant of 2026 say otherwise',
    answers: [
      { id: 'one', what: 'one token, taken by both gateways' },
      { id: 'two', what: 'a token of its own from each, both taken by both gateways' },
      { id: 'own', what: 'a token of its own from each, taken only by the gateway of that generation' },
    ],
  },
  {
    id: 'token/expires-in',
    question: 'What does a repeated request for a token say about its lifetime?',
    about: ['token/get', 'token/access-token'],
    open: 'token.get, unknown: whether it counts down',
    answers: [
      { id: 'whole', what: 'always the whole 7200 s' },
      { id: 'remaining', what: 'what is left of the 7200 s' },
    ],
  },
  {
    id: 'token/post',
    question: 'How is POST /gettoken answered?',
    about: ['token/get'],
    open: 'token.get, unknown: answer to POST; 43001 only by analogy',
    answers: [
      { id: 'refused', what: 'refused with 43001' },
      { id: 'query', what: 'like GET, from the query' },
      { id: 'form', what: 'like GET, from the query and from a form' },
    ],
  },
  {
    id: 'token/missing-secret',
    question: 'With which code is a request refused that names an appkey and no appsecret?',
    about: ['token/get'],
    open: 'token.get, unknown: only the secret is missing',
    answers: [
      { id: '40035', what: '40035, as for a missing appkey' },
      { id: '40096', what: '40096, as for a wrong secret' },
      { id: '41004', what: '41004 of the catalogue, secret missing' },
    ],
  },
  {
    id: 'token/blank',
    question: 'Is a blank appkey or appsecret missing or wrong?',
    about: ['token/get'],
    open: 'no recording of either',
    answers: [
      { id: 'missing', what: 'missing' },
      { id: 'wrong', what: 'wrong: 40096' },
    ],
  },
  {
    id: 'token/v1-missing',
    question: 'How is accessToken refused when half of the credentials is left out?',
    about: ['token/access-token'],
    open: 'token.access_token, unknown: Missing<parameter> is presumed',
    answers: [
      { id: 'mandatory', what: 'Missing and the name of the parameter' },
      { id: 'wrong', what: 'invalidClientIdOrSecret' },
    ],
  },
  {
    id: 'token/v1-blank',
    question: 'Is a blank appKey or appSecret of accessToken missing or wrong?',
    about: ['token/access-token'],
    open: 'no recording of either',
    answers: [
      { id: 'missing', what: 'missing' },
      { id: 'wrong', what: 'wrong: invalidClientIdOrSecret' },
    ],
  },
] as const satisfies readonly Choice[];
