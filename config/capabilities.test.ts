import { recorded } from './capabilities';

describe('What was recorded', () => {
  it.each([
    { language: 'en', chinese: '没有调用', shown: 'it was not asked' },
    { language: 'zh', chinese: '没有调用', shown: '没有调用' },
    { language: 'zh', chinese: undefined, shown: 'it was not asked' },
  ] as const)('is shown in $language as $shown', ({ language, chinese, shown }) => {
    expect(recorded('it was not asked', chinese, language)).toBe(shown);
  });
});
