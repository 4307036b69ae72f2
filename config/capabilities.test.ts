import { missingIn, recorded, type Capability } from './capabilities';

const aCapability = (status: Capability['status'], needed: boolean): Capability => ({
  endpoint: `${status}, ${needed ? 'needed' : 'not needed'}`,
  title: '获取公告',
  status,
  needed,
  scopes: [],
});

describe('What a tenant should grant and does not', () => {
  it('is what it refuses of all that a run needs', () => {
    const endpoints = [
      aCapability('refused', true),
      aCapability('refused', false),
      aCapability('granted', true),
      aCapability('unknown', true),
    ];

    expect(missingIn({ askedAt: '2026-11-22T20:00:00Z', endpoints })).toEqual([endpoints[0]]);
  });

  it('is nothing where the tenant was not asked', () => {
    expect(missingIn(undefined)).toEqual([]);
  });
});

describe('What was recorded', () => {
  it.each([
    { language: 'en', chinese: '没有调用', shown: 'it was not asked' },
    { language: 'zh', chinese: '没有调用', shown: '没有调用' },
    { language: 'zh', chinese: undefined, shown: 'it was not asked' },
  ] as const)('is shown in $language as $shown', ({ language, chinese, shown }) => {
    expect(recorded('it was not asked', chinese, language)).toBe(shown);
  });
});
