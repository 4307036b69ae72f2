import { answered, answeredIn, around, asked, isSuccess, type Fault } from './fault';

type Fields = Record<string, unknown>;

const translate = 'ai/translate';
const ocr = 'ai/ocr';
const asr = 'ai/asr';

const recognized = (change: (result: Fields) => Fields): Fault['layer'] =>
  answeredIn<Fields>(ocr, 'result', change);

/** Answers with an invented success whatever the tenant says. */
const alwaysAnswered = (endpoint: string, result: unknown): Fault['layer'] =>
  around(endpoint, async (_, call, next) => {
    const reply = await next(call);
    // A call without a good token stays refused.
    if (isSuccess(reply) || JSON.stringify(reply.body).includes('"errcode":88')) return reply;
    return { ...reply, body: { errcode: 0, result, request_id: '16l4ew3d47pdp' } };
  });

const refusedWhere = (endpoint: string, unlucky: (values: Fields) => boolean): Fault['layer'] =>
  around(endpoint, async (_, call, next) => {
    if (!unlucky(call.body.values)) return next(call);
    return {
      ...(await next(call)),
      body: { errcode: 400002, errmsg: '参数错误', request_id: '16l4ew3d47pdp' },
    };
  });

/** Wrong ways of translating, reading and listening, written by hand from the promises of the docs. */
export const faults: readonly Fault[] = [
  {
    id: `${translate}: answers with an object`,
    class: 'schema',
    breaks: 'the result is plain text',
    promises: ['ai/translate/R1', 'ai/translate#result'],
    layer: answeredIn<string>(translate, 'result', (text) => ({ text })),
  },
  {
    id: `${translate}: answers with nothing`,
    class: 'state',
    breaks: 'a supported pair gives a text that is not empty',
    promises: ['ai/translate#result'],
    layer: answered(translate, (body) => ({ ...body, result: '' })),
  },
  {
    id: `${translate}: knows each pair in one direction only`,
    class: 'validation',
    breaks: 'each pair works in both directions',
    promises: ['ai/translate/R3'],
    layer: refusedWhere(translate, (values) => values.target_language === 'zh'),
  },
  {
    id: `${translate}: no longer knows German`,
    class: 'validation',
    breaks: 'the pairs of the docs are supported',
    promises: [
      'ai/translate?source_language/target_language=zh/de',
      'ai/translate?source_language/target_language=de/zh',
    ],
    layer: refusedWhere(translate, (values) => values.target_language === 'de'),
  },
  {
    id: `${translate}: pretends to know every pair`,
    class: 'validation',
    breaks: 'other pairs are not supported',
    promises: ['ai/translate/R4'],
    layer: alwaysAnswered(translate, '…'),
  },
  {
    id: `${translate}: quotes its errcode`,
    class: 'envelope',
    breaks: 'errcode is a number',
    promises: ['ai/translate#errcode'],
    layer: answered(translate, (body) => ({ ...body, errcode: '0' })),
  },
  {
    id: `${ocr}: data as an object`,
    class: 'schema',
    breaks: 'data is JSON text that is parsed a second time',
    promises: ['ai/ocr/R2', 'ai/ocr#result.data'],
    layer: recognized((result) => ({ ...result, data: { 姓名: '张三' } })),
  },
  {
    id: `${ocr}: data that is no JSON`,
    class: 'schema',
    breaks: 'data is JSON text that is parsed a second time',
    promises: ['ai/ocr/R2'],
    layer: recognized((result) => ({ ...result, data: '姓名：张三' })),
  },
  {
    id: `${ocr}: data that is encoded twice`,
    class: 'schema',
    breaks: 'data is JSON text that is parsed a second time',
    promises: ['ai/ocr/R2'],
    layer: recognized((result) => ({ ...result, data: JSON.stringify(result.data) })),
  },
  {
    id: `${ocr}: sizes as texts`,
    class: 'schema',
    breaks: 'sizes are numbers',
    promises: ['ai/ocr#result.width'],
    source: 'inferred',
    layer: recognized((result) => ({ ...result, width: String(result.width) })),
  },
  {
    id: `${ocr}: a picture without height`,
    class: 'state',
    breaks: 'height is the height of the picture',
    promises: ['ai/ocr#result.height'],
    source: 'inferred',
    layer: recognized((result) => ({ ...result, height: 0 })),
  },
  {
    id: `${ocr}: spells the original size as the recogniser does`,
    class: 'schema',
    breaks: 'original_height and original_width stand beside data',
    promises: ['ai/ocr#result.original_width', 'ai/ocr#result.original_height'],
    source: 'inferred',
    layer: recognized(({ original_height: orgHeight, original_width: orgWidth, ...result }) => ({
      ...result,
      orgHeight,
      orgWidth,
    })),
  },
  {
    id: `${ocr}: breaks off a roster`,
    class: 'state',
    breaks: 'type is one of 14 kinds of document',
    promises: ['ai/ocr/R3', 'ai/ocr?type=roster'],
    layer: answeredIn<Fields>(ocr, 'result', (result, call) => ({
      ...result,
      data: call.body.values.type === 'roster' ? '{"姓名":' : result.data,
    })),
  },
  {
    id: `${ocr}: takes URLs of any length`,
    class: 'validation',
    breaks: 'image_url has at most 1000 characters',
    promises: ['ai/ocr/R4', 'ai/ocr?image_url=>max'],
    layer: asked(ocr, (values) => ({ ...values, image_url: String(values.image_url).slice(0, 1000) })),
  },
  {
    id: `${asr}: answers with an object`,
    class: 'schema',
    breaks: 'the result is a text',
    promises: ['ai/asr#result'],
    layer: answeredIn<string>(asr, 'result', (text) => ({ text })),
  },
  {
    id: `${asr}: no result`,
    class: 'schema',
    breaks: 'the result is a text',
    promises: ['ai/asr#result'],
    layer: answered(asr, ({ errcode, request_id }) => ({ errcode, request_id })),
  },
  {
    id: `${asr}: hears something where there is nothing`,
    class: 'validation',
    breaks: 'a media id without a recording is refused with 44001',
    promises: ['ai/asr!44001'],
    layer: alwaysAnswered(asr, ''),
  },
  {
    id: `${asr}: another code for a media id without a recording`,
    class: 'envelope',
    breaks: 'a media id without a recording is refused with 44001',
    promises: ['ai/asr!44001'],
    source: 'inferred',
    layer: around(asr, async (_, call, next) => {
      const reply = await next(call);
      return JSON.stringify(reply.body).includes('44001')
        ? { ...reply, body: { errcode: 40007, errmsg: '无效的媒体文件id', request_id: '16l4ew3d47pdp' } }
        : reply;
    }),
  },
  {
    id: `${asr}: quotes its errcode`,
    class: 'envelope',
    breaks: 'errcode is a number',
    promises: ['ai/asr#errcode'],
    layer: answered(asr, (body) => ({ ...body, errcode: '0' })),
  },
];
