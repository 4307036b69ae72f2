import { translateText } from '../../schemas';
import { directions, unlisted } from '../../fixtures/ai/translate.cases';
import { translated } from '../support/ai/recognition';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { bodyOf, sendIfPermitted } from '../support/permitted';
import { plainAnswer } from '../support/generated';
import { isRowOf } from '../support/variation';

const sentence = { query: '这是一个测试', source_language: 'zh', target_language: 'en' };
const intoEnglish = plainAnswer(translateText, sentence);

describe('ai/translate', () => {
  it('R1: answers at once with a text', async () => {
    covers('ai/translate/R2', 'ai/translate#result', 'ai/translate?query');

    const { result } = bodyOf(translateText, (await intoEnglish()).reply);

    expect(result.trim()).not.toBe('');
  });

  it.each(directions)(
    'R3: translates from $source_language into $target_language',
    async ({ query, source_language, target_language }) => {
      isRowOf('pairs of languages', source_language, target_language);
      covers('ai/translate?source_language', 'ai/translate?target_language', 'ai/translate/R2');
      covers(`ai/translate?source_language/target_language=${source_language}/${target_language}`);

      const result = await translated(
        { query, source_language, target_language },
        { request: sentence, ask: intoEnglish },
      );

      expect(result.trim()).not.toBe('');
      fact(inferred(translateText.id, 'a translation differs from its query'), () => {
        expect(result.trim()).not.toBe(query);
      });
    },
  );

  it.each(unlisted)('R4: refuses to translate from $source_language into $target_language', async (row) => {
    expect(await sendIfPermitted(translateText, row)).toBeRefused();
  });

  contractCases(translateText, { plain: intoEnglish });
});
