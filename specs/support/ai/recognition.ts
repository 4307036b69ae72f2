import { recognizeSpeech, recognizeText, translateText } from '../../../schemas';
import type {
  RecognizeTextRequest,
  RecognizeTextResponse,
  TranslateTextRequest,
  TranslateTextResponse,
} from '../../../schemas/types';
import { picture } from '../../../fixtures/ai/ocr.cases';
import { recording } from '../../../fixtures/ai/asr.cases';
import type { Reply } from '../../../client/client';
import type { Endpoint } from '../../../schemas/endpoint';
import { fact, inferred } from '../evidence';
import { mustBeLookedAt } from '../../../client/lacking';
import { bodyOf, mustIfPermitted, sendIfPermitted } from '../permitted';
import { shared } from '../shared';
import { skip } from '../tenant';

type Recognized = RecognizeTextResponse['result'];

const isLive = globalThis.suite.run.target === 'live';

let last: Promise<unknown> = Promise.resolve();

// Documented: five recognitions a second and app, fewer than cases that start at once would ask for.
async function inTurn<Value>(call: () => Promise<Value>): Promise<Value> {
  const turn = last.then(call, call);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * The translation of a text; skips the case where the tenant has not opened the service.
 * @param known a translation that has been asked for already, and is not asked for again.
 */
export async function translated(request: TranslateTextRequest, known?: Known): Promise<string> {
  const isKnown = known && JSON.stringify(request) === JSON.stringify(known.request);
  if (isKnown) return bodyOf(translateText, (await known.ask()).reply).result;
  return (await mustIfPermitted(translateText, request)).result;
}

interface Known {
  readonly request: TranslateTextRequest;
  readonly ask: () => Promise<{ readonly reply: Reply<TranslateTextResponse> }>;
}

// What the documentation shows is not ours to provide: where a tenant has lost it, every case that needs it is skipped.
function sample<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  what: string,
): () => Promise<{ request: object; reply: Reply<Response> }> {
  const ask = shared(what, async () => {
    const reply = await inTurn(() => sendIfPermitted(endpoint, request));
    mustBeLookedAt(reply);
    return reply;
  });
  return async () => {
    const reply = await ask();
    if (reply.refused && isLive) skip(`${what} cannot be read here: ${reply.code}`);
    return { request: request as object, reply };
  };
}

const idCard = { type: 'idcard', image_url: picture } as const;

/** How the picture of the docs is read as an identity card; skips the case where the tenant cannot read it. */
export const samplePicture = sample(recognizeText, idCard, 'the picture of the docs');

/** How the recording of the docs is read; skips the case where the tenant does not have it. */
export const sampleRecording = sample(recognizeSpeech, { media_id: recording }, 'the recording of the docs');

/** What the picture of the docs says as an identity card; skips the case where the tenant cannot read it. */
export async function recognized(): Promise<Recognized> {
  return bodyOf(recognizeText, (await samplePicture()).reply).result;
}

/** What the picture of the docs says under a longer URL; skips the case where the tenant cannot read it. */
export async function recognizedAt(image_url: string): Promise<Recognized> {
  await samplePicture();
  return (await inTurn(() => mustIfPermitted(recognizeText, { ...idCard, image_url }))).result;
}

/** What the recording of the docs says; skips the case where the tenant does not have it. */
export async function heard(): Promise<string> {
  return bodyOf(recognizeSpeech, (await sampleRecording()).reply).result;
}

/**
 * Expects the picture of the docs to be read as a document of this kind. That one picture will do for all is inferred; what a tenant has read in it
 * is parsed anywhere.
 */
export async function expectReadAs(type: RecognizeTextRequest['type']): Promise<void> {
  const reply =
    type === idCard.type
      ? (await samplePicture()).reply
      : await inTurn(() => sendIfPermitted(recognizeText, { type, image_url: picture }));
  mustBeLookedAt(reply);
  if (!reply.refused) expectParsable(reply.body.result);
  fact(inferred(recognizeText.id, 'one picture is read as every type'), () => {
    expect(reply).not.toBeRefused();
  });
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
  fact(inferred(recognizeText.id, 'sizes and angle are those of a picture'), () => {
    expect({ data, impossible, angle: Math.abs(angle ?? 0) <= 360 }).toEqual({
      data,
      impossible: [],
      angle: true,
    });
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
