import { endpoints } from './index';
import { familyOf, gatewayFacts, refusalSchema, type Family } from './gateways';
import envelope from './envelope.json';
import { problemsOfCitations, uncited } from './citations';
import { readEndpointFiles } from './files';
import facts from './gateway-facts.json';
import { numbering } from './lint';
import { violations } from './validate';

interface Sample {
  readonly family: Family;
  readonly what: string;
  readonly body: object;
}

const sources = ['documented', 'observed', 'tenant-recorded', 'inferred', 'assumed'];
const requestid = '01A08FE7-CD6B-79BB-8B2E-35D8768AD457';

const refusals: Sample[] = [
  { family: 'classic', what: 'a code and a text', body: { errcode: 40014, errmsg: '不合法的access_token' } },
  {
    family: 'topapi',
    what: 'errcode 88 with a sub_code',
    body: {
      errcode: 88,
      sub_code: '40014',
      sub_msg: '不合法的access_token',
      errmsg: 'x',
      request_id: '16l4ew3d47pdp',
    },
  },
  {
    family: 'topapi',
    what: 'a bare code',
    body: { errcode: 60121, errmsg: '找不到该用户', request_id: '15r6taqz8r6xu' },
  },
  {
    family: 'v1',
    what: 'code and message',
    body: { code: 'InvalidAuthentication', message: 'x', requestid },
  },
  {
    family: 'v1',
    what: 'the scopes that are missing',
    body: { code: 'x', message: 'x', requestid, accessdenieddetail: { requiredScopes: ['qyapi_base'] } },
  },
];

const strangers: Sample[] = [
  { family: 'classic', what: 'errcode 0', body: { errcode: 0, errmsg: 'ok' } },
  { family: 'classic', what: 'a request_id', body: { errcode: 1, errmsg: 'x', request_id: '16l4ew3d47pdp' } },
  { family: 'topapi', what: 'errcode 0', body: { errcode: 0, request_id: '16l4ew3d47pdp' } },
  {
    family: 'topapi',
    what: 'a sub_code that is a number',
    body: { errcode: 88, sub_code: 40014, request_id: '16l4ew3d47pdp' },
  },
  {
    family: 'topapi',
    what: 'success true',
    body: { errcode: 1, success: true, request_id: '16l4ew3d47pdp' },
  },
  { family: 'topapi', what: 'a payload', body: { errcode: 1, result: {}, request_id: '16l4ew3d47pdp' } },
  { family: 'topapi', what: 'no request_id', body: { errcode: 1, errmsg: 'x' } },
  {
    family: 'topapi',
    what: 'a refused token without errmsg',
    body: { errcode: 88, sub_code: '40014', sub_msg: 'x', request_id: '16l4ew3d47pdp' },
  },
  { family: 'v1', what: 'no requestid', body: { code: 'x', message: 'x' } },
  { family: 'v1', what: 'an errcode', body: { code: 'x', message: 'x', requestid, errcode: 1 } },
];

describe('gateways', () => {
  it.each(refusals)('take for a refusal of $family: $what', ({ family, body }) => {
    expect(violations(refusalSchema(family), body)).toEqual([]);
  });

  it.each(strangers)('take for no refusal of $family: $what', ({ family, body }) => {
    expect(violations(refusalSchema(family), body)).not.toEqual([]);
  });

  it('ask the refusal of a token for both texts that its recordings have', () => {
    const body = { errcode: 88, sub_code: '40000', request_id: '16l4ew3d47pdp' };

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
