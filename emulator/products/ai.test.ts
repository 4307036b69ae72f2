import { recognizeSpeech, recognizeText, translateText } from '../../schemas/index';
import { useEmulator } from '../testing/use-emulator';

const visitor = useEmulator();

describe('translateText', () => {
  it.each([
    { source_language: 'zh', target_language: 'en', errcode: 0 },
    { source_language: 'en', target_language: 'zh', errcode: 0 },
    { source_language: 'zh', target_language: 'ar', errcode: 400002 },
    { source_language: 'zh', target_language: 'zh', errcode: 400002 },
  ])('answers $source_language to $target_language with $errcode', async ({ errcode, ...languages }) => {
    const answer = await visitor().send(translateText, { query: '这是一个测试', ...languages });

    expect(answer.body).toMatchObject({ errcode });
  });
});

describe('An answer made up', () => {
  it('holds what was asked', async () => {
    const languages = { source_language: 'zh', target_language: 'en' } as const;

    const translated = await visitor().must(translateText, { query: '这是一个测试', ...languages });
    const heard = await visitor().must(recognizeSpeech, { media_id: '@lATOC' });

    expect(translated.result).toBe('[zh→en] 这是一个测试');
    expect(heard.result).toContain('@lATOC');
  });
});

describe('recognizeText', () => {
  it('answers with data that is JSON in a text', async () => {
    const request = { type: 'idcard' as const, image_url: 'https://example.com/a.png' };

    const { result } = await visitor().must(recognizeText, request);

    expect(JSON.parse(result.data)).toMatchObject({ 姓名: '张三' });
  });

  it.each([
    { when: 'the kind is unknown', given: { type: 'passport' }, errcode: 41 },
    {
      when: 'the address has 1001 characters',
      given: { image_url: `https://a.cn/${'x'.repeat(988)}` },
      errcode: 41,
    },
    { when: 'the address is none', given: { image_url: 'card.png' }, errcode: 400002 },
  ])('refuses when $when', async ({ given, errcode }) => {
    const answer = await visitor().send(recognizeText, {
      type: 'idcard',
      image_url: 'https://a.cn/x',
      ...given,
    });

    expect(answer.body).toMatchObject({ errcode });
  });
});

describe('recognizeSpeech', () => {
  it('refuses an id that holds no speech', async () => {
    const answer = await visitor().send(recognizeSpeech, { media_id: 'lATOC' });

    expect(answer.body).toMatchObject({ errcode: 44001 });
  });
});
