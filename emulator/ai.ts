import { recognizeSpeech, recognizeText, translateText } from '../schemas/index';
import { badParameter, Refusal } from './refusal';
import { route } from './route';

// Documented; each pair works in both directions.
const pairs = new Set(
  (
    'zh-id en-ru zh-en en-es en-fr en-th en-vi id-en ar-en tr-en ' +
    'ja-zh zh-vi zh-th zh-ko it-zh en-ja zh-ru zh-fr zh-de zh-es'
  ).split(' '),
);

/**
 * The endpoints of the AI services. NOTHING IS TRANSLATED, READ OR HEARD HERE: the answers are made up from the request,
 * always the same for the same request. They show the shape of an answer and never its quality.
 */
export const aiRoutes = [
  route(translateText, (_tenant, { query, source_language: source, target_language: target }) => {
    const known = pairs.has(`${source}-${target}`) || pairs.has(`${target}-${source}`);
    // Assumed: the code for a pair that is not supported.
    if (!known) throw badParameter('source_language and target_language');
    return { result: `[${source}→${target}] ${query}` };
  }),

  route(recognizeText, (_tenant, { type, image_url: url }) => {
    // Assumed: a text that is no URL cannot be fetched.
    if (!URL.canParse(url)) throw badParameter('image_url');
    const size = { width: 1000, height: 630, original_width: 1000, original_height: 630 };
    return { result: { data: JSON.stringify({ 类型: type, 姓名: '张三' }), angle: 0, ...size } };
  }),

  route(recognizeSpeech, (_tenant, { media_id: id }) => {
    // Documented for a media id that holds no speech. Assumed: only an id that begins with @ does.
    if (!id.startsWith('@')) throw new Refusal(44001, '获取传入的 media_id 对应的音频失败');
    return { result: `[${id}] 这是一段语音` };
  }),
];
