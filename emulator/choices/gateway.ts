import { answer, choice, type Choice } from './choice';
import { changedBodies, changedHeaders } from './envelopes';

/** What the sources leave open about the two gateways: the order of checks, what they read, and how they say no. */
export const gatewayChoices = [
  choice('topapi/order', 'In which order does topapi check token, permission and parameters?', {
    open: 'gateway, check_order: only name before token, and token before the rules of the service, are observed',
    answers: [
      answer('token-first', 'token, permission, parameters'),
      answer('permission-last', 'token, parameters, permission'),
      answer('parameters-first', 'parameters, token, permission'),
    ],
  }),
  choice('v1/order', 'In which order does v1.0 check token, permission and parameters?', {
    open: 'gateway, check_order: no recording with two mistakes at once',
    answers: [
      answer('token-first', 'token, permission, parameters'),
      answer('permission-last', 'token, parameters, permission'),
      answer('parameters-first', 'parameters, token, permission'),
    ],
  }),
  choice('gateway/first-missing', 'Which of several missing parameters is named?', {
    open: 'blackboard.delete, unknown: which is reported when both are absent',
    answers: [answer('first', 'the first of the page'), answer('last', 'the last of the page')],
  }),
  choice('topapi/unreadable-body', 'What does topapi answer to a body that is no JSON object?', {
    open: 'gateway, bodies: unknown, with four candidates',
    answers: [
      answer('40', 'as to an empty one: 40'),
      answer('43009', '43009, JSON wanted'),
      answer('47001', '47001, JSON cannot be parsed'),
    ],
  }),
  choice('topapi/plain-text', 'Is JSON read that is sent as text/plain, or without a content type?', {
    open: 'gateway, bodies: JSON and forms are observed; dt-java 0.1.2, a published client, sends all of its JSON as text/plain',
    answers: [answer('read', 'yes'), answer('empty', 'no, it counts as an empty body')],
  }),
  choice('topapi/get', 'Is a GET answered where the page says POST?', {
    open: 'gateway, http_method: unknown; three clients ask template/getbyname and queryonjob so',
    answers: [
      answer('answered', 'from its query'),
      answer('refused', 'refused with 43002, but for the two that clients ask so'),
    ],
  }),
  choice('topapi/query-of-post', 'Are parameters read from the query of a POST?', {
    open: 'no source; the query is documented for the token alone',
    answers: [answer('ignored', 'no'), answer('read', 'yes, where the body does not name them')],
  }),
  choice('topapi/json-token', 'Is a token read that stands inside a JSON body?', {
    open: 'gateway, token_transport: unknown',
    answers: [answer('ignored', 'no'), answer('read', 'yes, where the query has none')],
  }),
  choice('topapi/white-token', 'Is a token of nothing but spaces missing or wrong?', {
    open: 'an absent token is recorded, one of spaces is not',
    answers: [answer('missing'), answer('wrong')],
  }),
  choice('topapi/no-permission', 'How is a missing permission refused?', {
    open: 'gateway, errors: two texts of different years',
    answers: [
      answer('link', '88 with 60011 and a link to apply'),
      answer('short', '88 with 60011 and the older short text'),
    ],
  }),
  choice('hrm/no-permission', 'Which code has a missing permission for HR?', {
    open: 'hrm pages: 400020 and noPermission are samples of the service beside the refusal of the gateway',
    answers: [
      answer('gateway', 'that of the gateway'),
      answer('service', '400020, on v1.0 400 noPermission'),
    ],
  }),
  choice('v1/permission-detail', 'Are the scopes named where v1.0 misses a permission?', {
    open: 'gateway, v1 error_body: accessdenieddetail is optional',
    answers: [answer('shown', 'in accessdenieddetail'), answer('left-out', 'in the text alone')],
  }),
  choice('v1/unknown-path', 'Does v1.0 look at the path or at the token first?', {
    open: 'InvalidAction.NotFound was recorded with a token alone',
    answers: [
      answer('path', 'at the path: 404 without a token, too'),
      answer('token', 'at the token: an unknown path without one is refused as missing it'),
    ],
  }),
  choice('v1/unreadable-body', 'What does v1.0 answer to a JSON body that cannot be parsed?', {
    open: 'Missingbody is recorded for a form',
    answers: [
      answer('missing', 'Missingbody, as to a form'),
      answer('empty', 'as to an empty object: its first parameter is missing'),
    ],
  }),
  choice('gateway/content-type', 'How is the content type of JSON written?', {
    open: 'recordings differ in charset and case, and HTTP knows no difference',
    answers: [
      answer('recorded', 'as it was recorded for the family'),
      answer('spaced', 'with a space before the charset', {
        layer: () =>
          changedHeaders(({ 'content-type': type = '' }) => ({ 'content-type': type.replace(';', '; ') })),
      }),
    ],
  }),
  choice('gateway/connection', 'Is a connection kept after an answer?', {
    open: 'no source',
    answers: [
      answer('kept', 'yes'),
      answer('closed', 'no', { layer: () => changedHeaders(() => ({ connection: 'close' })) }),
    ],
  }),
  choice('gateway/length', 'Does an answer tell its length?', {
    open: 'gateway, families: a probe of 2026 saw Content-Length, a recording of 2024 Transfer-Encoding',
    answers: [
      answer('known', 'yes'),
      answer('chunked', 'no, it comes in chunks', {
        layer: () => changedHeaders(() => ({ 'transfer-encoding': 'chunked' })),
      }),
    ],
  }),
  choice('v1/request-id', 'What does the requestid of a v1.0 refusal look like?', {
    open: 'upper-case UUIDs are recorded, no page states a form',
    answers: [
      answer('upper', 'an upper-case UUID'),
      answer('bare', '32 lowercase hex digits', {
        unlike: /^pattern \/requestid$/,
        layer: () => changedBodies('requestid', (id) => id.replaceAll('-', '').toLowerCase()),
      }),
    ],
  }),
  choice('topapi/request-id', 'What does the request_id of topapi look like?', {
    open: 'recordings show 11 to 13 lowercase letters and digits, no page states a form',
    answers: [
      answer('short', '12 or 13 lowercase letters and digits'),
      answer('upper', 'the same in capitals', {
        unlike: /^pattern \/request_id$/,
        layer: () => changedBodies('request_id', (id) => id.toUpperCase()),
      }),
      answer('long', 'with dashes, of 36 characters', {
        unlike: /^pattern \/request_id$/,
        layer: () =>
          changedBodies('request_id', (id) => `${id.padEnd(16, '0')}-0a1b-4c2d-8e3f-5a6b`.slice(0, 36)),
      }),
    ],
  }),
] as const satisfies readonly Choice[];
