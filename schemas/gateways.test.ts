import { endpoints } from './index';
import { familyOf, gatewayFacts, refusalSchema, type Family } from './gateways';
import envelope from './envelope.json';
import { problemsOfCitations, uncited } from './citations';
import { readEndpointFiles } from './files';
import facts from './gateway-facts.json';
import { numbering } from './lint';
import { violations } from './validate';

type Sample = [family: Family, what: string, body: object];

const sources = ['documented', 'observed', 'tenant-recorded', 'inferred', 'assumed'];
const request_id = '16l4ew3d47pdp';
const requestid = '01A08FE7-CD6B-79BB-8B2E-35D8768AD457';

const refusals: Sample[] = [
  ['classic', 'a code and a text', { errcode: 40014, errmsg: '不合法的access_token' }],
  [
    'topapi',
    'errcode 88 with a sub_code',
    {
      errcode: 88,
      sub_code: '40014',
      sub_msg: '不合法的access_token',
      errmsg: 'x',
      request_id,
    },
  ],
  ['topapi', 'a bare code', { errcode: 60121, errmsg: '找不到该用户', request_id }],
  ['v1', 'code and message', { code: 'InvalidAuthentication', message: 'x', requestid }],
  [
    'v1',
    'the scopes that are missing',
    { code: 'x', message: 'x', requestid, accessdenieddetail: { requiredScopes: ['qyapi_base'] } },
  ],
];

const strangers: Sample[] = [
  ['classic', 'errcode 0', { errcode: 0, errmsg: 'ok' }],
  ['classic', 'a request_id', { errcode: 1, errmsg: 'x', request_id }],
  ['topapi', 'errcode 0', { errcode: 0, request_id }],
  ['topapi', 'a sub_code that is a number', { errcode: 88, sub_code: 40014, request_id }],
  ['topapi', 'success true', { errcode: 1, success: true, request_id }],
  ['topapi', 'a payload', { errcode: 1, result: {}, request_id }],
  ['topapi', 'no request_id', { errcode: 1, errmsg: 'x' }],
  ['topapi', 'a refused token without errmsg', { errcode: 88, sub_code: '40014', sub_msg: 'x', request_id }],
  ['v1', 'no requestid', { code: 'x', message: 'x' }],
  ['v1', 'an errcode', { code: 'x', message: 'x', requestid, errcode: 1 }],
];

describe('gateways', () => {
  it.each(refusals)('take for a refusal of %s: %s', (family, _, body) => {
    expect(violations(refusalSchema(family), body)).toEqual([]);
  });

  it.each(strangers)('take for no refusal of %s: %s', (family, _, body) => {
    expect(violations(refusalSchema(family), body)).not.toEqual([]);
  });

  it('ask the refusal of a token for both texts that its recordings have', () => {
    const body = { errcode: 88, sub_code: '40000', request_id };

    const found = violations(refusalSchema('topapi'), body);

    expect(found.map(({ path }) => path)).toEqual(['/sub_msg', '/errmsg']);
    expect(violations(refusalSchema('topapi'), { ...body, sub_code: '60020' })).toEqual([]);
  });

  it('have a family for each endpoint, on the gateway of that family', () => {
    const wrong = endpoints.filter((one) => gatewayFacts.families[familyOf(one)].gateway !== one.gateway);

    expect(wrong).toEqual([]);
  });

  it('give every field of a refusal its source', () => {
    const fields = Object.values(facts.refusals).flatMap(({ properties }) => Object.values(properties));

    expect(fields.filter(({ source }) => !sources.includes(source))).toEqual([]);
  });

  it('cite what is documented or observed', () => {
    expect([...uncited(facts, false), ...uncited(envelope, false)]).toEqual([]);
  });

  it('and the endpoints leave no citation unused', () => {
    const files = readEndpointFiles().map(({ raw }) => raw);

    expect(problemsOfCitations([facts, envelope, ...files])).toEqual([]);
    expect(problemsOfCitations([])).toContain('PROBE is cited by nobody');
  });

  it('number their rules without a gap and give each rule and error its source', () => {
    const { rules, errors } = gatewayFacts;

    expect(numbering(rules, 'G')).toEqual([]);
    expect([...rules, ...errors].filter(({ source }) => !sources.includes(source))).toEqual([]);
  });
});
