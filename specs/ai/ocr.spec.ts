import { recognizeText } from '../../schemas';
import { pictureOf, types } from '../../fixtures/ai/ocr.cases';
import {
  expectParsable,
  expectReadAs,
  expectSizes,
  recognized,
  recognizedAt,
  samplePicture,
} from '../support/ai/recognition';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';
import { expectRefusedOrIgnored } from '../support/generated';

describe('ai/ocr', () => {
  it('R2: answers with JSON text, and with sizes that a picture can have', async () => {
    covers('ai/ocr#result.data', 'ai/ocr#result.angle', 'ai/ocr#result.width', 'ai/ocr#result.height');
    covers('ai/ocr#result.original_width', 'ai/ocr#result.original_height');

    const result = await recognized();

    expectParsable(result);
    expectSizes(result);
  });

  it.each(types)('R3: reads a picture as %s', async (type) => {
    covers('ai/ocr?type', `ai/ocr?type=${type}`, 'ai/ocr/R2');
    await samplePicture();

    await expectReadAs(type);
  });

  it('R4: takes a URL of 1000 characters', async () => {
    covers('ai/ocr?image_url=max');
    await samplePicture();

    await fact(inferred(recognizeText.id, 'a URL of 1000 characters is taken'), async () => {
      expectParsable(await recognizedAt(pictureOf(1000)));
    });
  });

  it('R4: refuses a URL of 1001 characters', async () => {
    covers('ai/ocr?image_url=>max');

    const reply = await sendIfPermitted(recognizeText, { type: 'idcard', image_url: pictureOf(1001) });

    expectRefusedOrIgnored(recognizeText, reply, 'a URL of 1001 characters');
  });

  contractCases(recognizeText, { plain: samplePicture });
});
