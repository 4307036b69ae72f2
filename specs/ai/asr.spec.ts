import { recognizeSpeech } from '../../schemas';
import { recording, soundless } from '../../fixtures/ai/asr.cases';
import { heard } from '../support/ai';
import { covers } from '../support/coverage';
import { sendIfPermitted } from '../support/permitted';

describe('ai/asr', () => {
  it('answers with a text, which may be empty', async () => {
    covers('ai/asr#result', 'ai/asr?media_id');

    expect(await heard(recording)).toEqual(expect.any(String));
  });

  it.each(soundless)('R3: finds no speech behind $when', async ({ media_id }) => {
    covers('ai/asr!44001');

    const reply = await sendIfPermitted(recognizeSpeech, { media_id });

    expect(reply).toBeRefused('44001');
  });
});
