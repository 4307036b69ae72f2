import type { Choice } from './choice';
import { changedBodies, changedHeaders } from './envelopes';

/** What the sources leave open about the two gateways: the order of checks, what they read, and how they say no. */
export const gatewayChoices = [
  {
    id: 'topapi/order',
    question: 'In which order does topapi check token, permission and parameters?',
    about: ['topapi'],
    open: 'gateway, check_order: only name before token, and token before the rules of the service, are observed',
    answers: [
      { id: 'token-first', what: 'token, permission, parameters' },
      { id: 'permission-last', what: 'token, parameters, permission' },
      { id: 'parameters-first', what: 'parameters, token, permission' },
    ],
  },
  {
    id: 'v1/order',
    question: 'In which order does v1.0 check token, permission and parameters?',
    about: ['v1'],
    open: 'gateway, check_order: no recording with two mistakes at once',
    answers: [
      { id: 'token-first', what: 'token, permission, parameters' },
      { id: 'permission-last', what: 'token, parameters, permission' },
      { id: 'parameters-first', what: 'parameters, token, permission' },
    ],
  },
  {
    id: 'gateway/first-missing',
    question: 'Which of several missing parameters is named?',
    about: ['gateway'],
    open: 'blackboard.delete, unknown: which is reported when both are absent',
    answers: [
      { id: 'first', what: 'the first of the page' },
      { id: 'last', what: 'the last of the page' },
    ],
  },
  {
    id: 'topapi/unreadable-body',
    question: 'What does topapi answer to a body that is no JSON object?',
    about: ['topapi'],
    open: 'gateway, bodies: unknown, with four candidates',
    answers: [
      { id: '40', what: 'as to an empty one: 40' },
      { id: '43009', what: '43009, JSON wanted' },
      { id: '47001', what: '47001, JSON cannot be parsed' },
    ],
  },
  {
    id: 'topapi/plain-text',
    question: 'Is JSON read that is sent as text/plain, or without a content type?',
    about: ['topapi'],
    open: 'gateway, bodies: JSON and forms are observed; dt-java 0.1.2, a published client, sends all of its JSON as text/plain',
    answers: [
      { id: 'read', what: 'yes' },
      { id: 'empty', what: 'no, it counts as an empty body' },
    ],
  },
  {
    id: 'topapi/get',
    question: 'Is a GET answered where the page says POST?',
    about: ['topapi'],
    open: 'gateway, http_method: unknown; three clients ask template/getbyname and queryonjob so',
    answers: [
      { id: 'answered', what: 'from its query' },
      { id: 'refused', what: 'refused with 43002, but for the two that clients ask so' },
    ],
  },
  {
    id: 'topapi/query-of-post',
    question: 'Are parameters read from the query of a POST?',
    about: ['topapi'],
    open: 'no source; the query is documented for the token alone',
    answers: [
      { id: 'ignored', what: 'no' },
      { id: 'read', what: 'yes, where the body does not name them' },
    ],
  },
  {
    id: 'topapi/json-token',
    question: 'Is a token read that stands inside a JSON body?',
    about: ['topapi'],
    open: 'gateway, token_transport: unknown',
    answers: [
      { id: 'ignored', what: 'no' },
      { id: 'read', what: 'yes, where the query has none' },
    ],
  },
  {
    id: 'topapi/white-token',
    question: 'Is a token of nothing but spaces missing or wrong?',
    about: ['topapi'],
    open: 'an absent token is recorded, one of spaces is not',
    answers: [
      { id: 'missing', what: 'missing' },
      { id: 'wrong', what: 'wrong' },
    ],
  },
  {
    id: 'topapi/no-permission',
    question: 'How is a missing permission refused?',
    about: ['topapi'],
    open: 'gateway, errors: two texts of different years',
    answers: [
      { id: 'link', what: '88 with 60011 and a link to apply' },
      { id: 'short', what: '88 with 60011 and the older short text' },
    ],
  },
  {
    id: 'hrm/no-permission',
    question: 'Which code has a missing permission for HR?',
    about: ['hrm/queryonjob', 'hrm/querypreentry', 'hrm/dismissions'],
    open: 'hrm pages: 400020 and noPermission are samples of the service beside the refusal of the gateway',
    answers: [
      { id: 'gateway', what: 'that of the gateway' },
      { id: 'service', what: '400020, on v1.0 400 noPermission' },
    ],
  },
  {
    id: 'v1/permission-detail',
    question: 'Are the scopes named where v1.0 misses a permission?',
    about: ['v1'],
    open: 'gateway, v1 error_body: accessdenieddetail is optional',
    answers: [
      { id: 'shown', what: 'in accessdenieddetail' },
      { id: 'left-out', what: 'in the text alone' },
    ],
  },
  {
    id: 'v1/unknown-path',
    question: 'Does v1.0 look at the path or at the token first?',
    about: ['v1'],
    open: 'InvalidAction.NotFound was recorded with a token alone',
    answers: [
      { id: 'path', what: 'at the path: 404 without a token, too' },
      { id: 'token', what: 'at the token: an unknown path without one is refused as missing it' },
    ],
  },
  {
    id: 'v1/unreadable-body',
    question: 'What does v1.0 answer to a JSON body that cannot be parsed?',
    about: ['v1'],
    open: 'Missingbody is recorded for a form',
    answers: [
      { id: 'missing', what: 'Missingbody, as to a form' },
      { id: 'empty', what: 'as to an empty object: its first parameter is missing' },
    ],
  },
  {
    id: 'gateway/content-type',
    question: 'How is the content type of JSON written?',
    about: ['gateway'],
    open: 'recordings differ in charset and case, and HTTP knows no difference',
    answers: [
      { id: 'recorded', what: 'as it was recorded for the family' },
      {
        id: 'spaced',
        what: 'with a space before the charset',
        layer: () =>
          changedHeaders(({ 'content-type': type = '' }) => ({ 'content-type': type.replace(';', '; ') })),
      },
    ],
  },
  {
    id: 'gateway/connection',
    question: 'Is a connection kept after an answer?',
    about: ['gateway'],
    open: 'no source',
    answers: [
      { id: 'kept', what: 'yes' },
      { id: 'closed', what: 'no', layer: () => changedHeaders(() => ({ connection: 'close' })) },
    ],
  },
  {
    id: 'gateway/length',
    question: 'Does an answer tell its length?',
    about: ['gateway'],
    open: 'gateway, families: a probe of 2026 saw Content-Length, a recording of 2024 Transfer-Encoding',
    answers: [
      { id: 'known', what: 'yes' },
      {
        id: 'chunked',
        what: 'no, it comes in chunks',
        layer: () => changedHeaders(() => ({ 'transfer-encoding': 'chunked' })),
      },
    ],
  },
  {
    id: 'v1/request-id',
    question: 'What does the requestid of a v1.0 refusal look like?',
    about: ['v1'],
    open: 'upper-case UUIDs are recorded, no page states a form',
    answers: [
      { id: 'upper', what: 'an upper-case UUID' },
      {
        id: 'bare',
        what: '32 lowercase hex digits',
        unlike: /^pattern \/requestid$/,
        layer: () => changedBodies('requestid', (id) => id.replaceAll('-', '').toLowerCase()),
      },
    ],
  },
  {
    id: 'topapi/request-id',
    question: 'What does the request_id of topapi look like?',
    about: ['topapi'],
    open: 'recordings show 11 to 13 lowercase letters and digits, no page states a form',
    answers: [
      { id: 'short', what: '12 or 13 lowercase letters and digits' },
      {
        id: 'upper',
        what: 'the same in capitals',
        unlike: /^pattern \/request_id$/,
        layer: () => changedBodies('request_id', (id) => id.toUpperCase()),
      },
      {
        id: 'long',
        what: 'with dashes, of 36 characters',
        unlike: /^pattern \/request_id$/,
        layer: () =>
          changedBodies('request_id', (id) => `${id.padEnd(16, '0')}-0a1b-4c2d-8e3f-5a6b`.slice(0, 36)),
      },
    ],
  },
] as const satisfies readonly Choice[];
