import { recognizeSpeech } from '../../schemas';
import { soundless } from '../../fixtures/ai/asr.cases';
import { heard, sampleRecording } from '../support/ai/recognition';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';

describe('ai/asr', () => {
  it('answers with a text, which may be empty', async () => {
    covers('ai/asr#result', 'ai/asr?media_id');

    expect(await heard()).toEqual(expect.any(String));
  });

  it.each(soundless)('R3: finds no speech behind $when', async ({ media_id }) => {
    covers('ai/asr!44001');

    const reply = await sendIfPermitted(recognizeSpeech, { media_id });
    fact(inferred(recognizeSpeech.id, 'what is no recording of speech is refused with 44001'), () => {
      expect(reply).toBeRefused('44001');
    });
  });

  contractCases(recognizeSpeech, { plain: sampleRecording });
});
