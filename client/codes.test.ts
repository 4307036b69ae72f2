import { gatewayFacts } from '../schemas/gateways';
import { kindOf, knownCodes, type CodeKind } from './codes';

const both = (codes: readonly string[]): string[] => codes.flatMap((code) => [code, `88/${code}`]);

const examples: readonly { readonly kind: CodeKind; readonly codes: readonly string[] }[] = [
  { kind: 'token', codes: ['88/40014', '40014', '88/42001', 'InvalidAuthentication', 'accesstoken.expired'] },
  { kind: 'blank', codes: ['88/40000', '41001', 'AuthenticationFailed.MissingParameter'] },
  {
    kind: 'throttled',
    codes: [
      ...both(['90001', '90002', '90003', '90004', '90005', '90006', '90017', '90018']),
      'Forbidden.AccessDenied.QpsLimitForApi',
      'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
      'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi',
      'Forbidden.AccessDenied.ConcurrencyLimitForApi',
    ],
  },
  {
    kind: 'busy',
    codes: [
      ...both(['-1']),
      '15/isp.-1',
      'serviceBusy',
      'internalError',
      'systemError',
      'system.error',
      'unknownError',
      'service.timeout',
    ],
  },
  { kind: 'spent', codes: [...both(['90020']), 'Forbidden.AccessDenied.ApiCountLimitForOrg'] },
  { kind: 'permission', codes: [...both(['60011']), 'Forbidden.AccessDenied.AccessTokenPermissionDenied'] },
  { kind: 'scope', codes: both(['50002', '50003', '50004']) },
  { kind: 'address', codes: [...both(['60020']), 'Forbidden.AccessDenied.IpNotInWhiteList'] },
  { kind: 'closed', codes: ['corpNotOpenHrm'] },
];

describe('The table of codes', () => {
  it.each(examples)('knows what is about $kind', ({ kind, codes }) => {
    expect(codes.map((code) => [code, kindOf(code)])).toEqual(codes.map((code) => [code, kind]));
  });

  it.each([
    '40',
    '400002',
    '60121',
    '15/isv.invalid-parameter',
    'badRequest',
    '1900180',
    'Forbidden.AccessDenied',
  ])('takes %s for the own word of the service', (code) => {
    expect(kindOf(code)).toBeUndefined();
  });

  it('has no line without a source, and none that no example needs', () => {
    const all = examples.flatMap(({ codes }) => codes);
    const unused = knownCodes.filter(({ code }) => !all.some((each) => code.test(each)));

    expect(unused).toEqual([]);
    expect(knownCodes.every(({ source }) => /^(documented|observed): .{8}/.test(source))).toBe(true);
  });

  it('knows everything that the official catalogue says is stopped for a while or busy', () => {
    const passing = Object.entries(gatewayFacts.catalogue.meanings)
      .filter(([, meaning]) => /暂时禁用|次数过多|个数超过限制|系统繁忙/.test(meaning))
      .map(([code]) => ({ code, kind: kindOf(code) }));

    expect(passing.length).toBeGreaterThan(5);
    expect(new Set(passing.map(({ kind }) => kind))).toEqual(new Set(['throttled', 'busy']));
  });
});
