import { recognizeSpeech, recognizeText, translateText } from '../../schemas';
import type { RecognizeTextRequest, RecognizeTextResponse, TranslateTextRequest } from '../../schemas/types';
import { bodyOrSkip, mustIfPermitted, sendIfPermitted } from './permitted';

type Recognized = RecognizeTextResponse['result'];

let last: Promise<unknown> = Promise.resolve();

// Documented: five recognitions a second and app, fewer than cases that start at once would ask for.
async function inTurn<Value>(call: () => Promise<Value>): Promise<Value> {
  const turn = last.then(call, call);
  last = turn.catch(() => undefined);
  return turn;
}

/** The translation of a text; skips the case where the tenant has not opened the service. */
export async function translated(request: TranslateTextRequest): Promise<string> {
  return (await mustIfPermitted(translateText, request)).result;
}

/** What a picture says; skips the case where the tenant cannot read the picture of the docs, which is not ours to provide. */
export async function recognized(request: RecognizeTextRequest): Promise<Recognized> {
  const reply = await inTurn(() => sendIfPermitted(recognizeText, request));
  return bodyOrSkip(reply, 'the service could not read the picture of the docs').result;
}

/** What a recording says; skips the case where the tenant does not have the recording of the docs. */
export async function heard(mediaId: string): Promise<string> {
  const reply = await sendIfPermitted(recognizeSpeech, { media_id: mediaId });
  return bodyOrSkip(reply, 'the tenant does not have the recording of the docs').result;
}

/** Expects `data` to be the JSON text of an object, to be parsed a second time. */
export function expectParsable({ data }: Recognized): void {
  expect({ data, parsed: parsed(data) }).toEqual({ data, parsed: 'an object' });
}

/** Expects sizes that a picture can have, and an angle in degrees. */
export function expectSizes({ data, angle, ...said }: Recognized): void {
  const { width, height, original_width, original_height } = said;
  // Only these: a tenant may answer with more than the page knows.
  const sizes = { width, height, original_width, original_height };
  const impossible = Object.entries(sizes).filter(([, size]) => size !== undefined && size <= 0);
  expect({ data, impossible, angle: Math.abs(angle ?? 0) <= 360 }).toEqual({
    data,
    impossible: [],
    angle: true,
  });
}

function parsed(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? 'an object' : typeof value;
  } catch {
    return 'no JSON';
  }
}
