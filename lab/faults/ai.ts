import type { Layer } from '../../emulator/call';
import { valuesOf } from '../../emulator/layers';
import { envelope, faultsOf, schema, state, validation, type Fault } from './fault';
import { answered, field, invented, parameter, refused, type Fields } from './layers';

const listedPairs = new Set(
  (
    'zh-id en-ru zh-en en-es en-fr en-th en-vi id-en ar-en tr-en ' +
    'ja-zh zh-vi zh-th zh-ko it-zh en-ja zh-ru zh-fr zh-de zh-es'
  ).split(' '),
);

/** Answers with an invented success what the tenant refuses; a call without a good token stays refused. */
const alwaysAnswered = (result: unknown): Layer =>
  refused((body) => (body.errcode === 88 ? body : (invented({ result }).body as Fields)));

const refusedWhere =
  (isUnlucky: (values: Fields) => boolean): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    if (!isUnlucky(valuesOf(call))) return reply;
    return { ...reply, body: invented({ errcode: 400002, errmsg: '参数错误' }).body };
  };

/** Changes the data that was read from a picture. */
const data = (change: (data: unknown) => unknown): Layer => field('result.data', change);

const quoted = envelope('quotes its errcode', ['#errcode'], { layer: field('errcode', () => '0') });

/** Wrong ways of translating, reading and listening. */
export const faults: readonly Fault[] = [
  ...faultsOf('ai/translate', [
    schema('answers with an object', ['R1', '#result'], { layer: field('result', (text) => ({ text })) }),
    state('answers with nothing', ['#result'], { layer: field('result', () => '') }),
    state('gives the query back in the direction that the page does not print', ['R1', 'R3'], {
      source: 'inferred',
      layer: field('result', (result, _, call) => {
        const { query, source_language: from, target_language: to } = valuesOf(call);
        return listedPairs.has(`${String(from)}-${String(to)}`) ? result : query;
      }),
    }),
    validation('knows each pair in one direction only', ['R3'], {
      layer: refusedWhere((values) => values.target_language === 'zh'),
    }),
    validation(
      'no longer knows German',
      ['?source_language/target_language=zh/de', '?source_language/target_language=de/zh'],
      { layer: refusedWhere((values) => values.target_language === 'de') },
    ),
    validation('pretends to know every pair', ['R4'], { layer: alwaysAnswered('…') }),
    quoted,
  ]),
  ...faultsOf('ai/ocr', [
    schema('data as an object', ['R2', '#result.data'], { layer: data(() => ({ 姓名: '张三' })) }),
    schema('data that is no JSON', ['R2'], { layer: data(() => '姓名：张三') }),
    schema('data that is encoded twice', ['R2'], { layer: data((text) => JSON.stringify(text)) }),
    schema('data of everything but an identity card is encoded twice', ['R2', 'R3'], {
      layer: field('result.data', (text, _, call) =>
        valuesOf(call).type === 'idcard' ? text : JSON.stringify(text),
      ),
    }),
    state('breaks off a roster', ['R3', '?type=roster'], {
      layer: field('result.data', (text, _, call) => (valuesOf(call).type === 'roster' ? '{"姓名":' : text)),
    }),
    schema('sizes as texts', ['#result.width'], { source: 'inferred', layer: field('result.width', String) }),
    state('a picture without height', ['#result.height'], {
      source: 'inferred',
      layer: field('result.height', () => 0),
    }),
    schema(
      'spells the original size as the recogniser does',
      ['#result.original_width', '#result.original_height'],
      {
        source: 'inferred',
        layer: field<Fields>('result', ({ original_height, original_width, ...result }) => ({
          ...result,
          orgHeight: original_height,
          orgWidth: original_width,
        })),
      },
    ),
    validation('takes URLs of any length', ['R4', '?image_url=>max'], {
      layer: parameter('image_url', (url) => String(url).slice(0, 1000)),
    }),
  ]),
  ...faultsOf('ai/asr', [
    schema('answers with an object', ['#result'], { layer: field('result', (text) => ({ text })) }),
    schema('no result', ['#result'], {
      layer: answered(({ errcode, request_id }) => ({ errcode, request_id })),
    }),
    validation('hears something where there is nothing', ['!44001'], { layer: alwaysAnswered('') }),
    envelope('another code for a media id without a recording', ['!44001'], {
      source: 'inferred',
      layer: withoutRecording(() => ({ errcode: 40007, errmsg: '无效的媒体文件id' })),
    }),
    envelope('wraps the refusal of a media id as one of the token', ['!44001', 'G7'], {
      source: 'inferred',
      layer: withoutRecording(({ errmsg }) => ({
        ...{ errcode: 88, sub_code: '44001', sub_msg: errmsg },
        errmsg: `ding talk error[subcode=44001,submsg=${String(errmsg)}]`,
      })),
    }),
    quoted,
  ]),
];

/** Changes the refusals of a media id without a recording. */
function withoutRecording(change: (body: Fields) => Fields): Layer {
  return refused((body) => (body.errcode === 44001 ? { ...body, ...change(body) } : body));
}
