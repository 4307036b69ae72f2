import { recognizeSpeech } from '../../schemas';
import { soundless } from '../../fixtures/ai/asr.cases';
import { heard, sampleRecording } from '../support/ai/recognition';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { sendIfPermitted } from '../support/permitted';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { expectRefused, expectSameAnswer, refusedRowsOf } from '../support/generated';

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

  it.each(refusedRowsOf(recognizeSpeech))('refuses a request in which $when', async (row) => {
    await expectRefused(recognizeSpeech, row);
  });

  it.each(otherWaysOf(recognizeSpeech))('gives the same answer when it is asked in $way', async ({ as }) => {
    await expectSameAnswer(recognizeSpeech, sampleRecording, as);
  });
});
