import { recognizeSpeech, recognizeText, translateText } from '../../schemas/index';
import { badParameter, Refusal } from '../refusal';
import { route } from '../route';
import type { Tenant } from '../tenant';

// Documented; each pair works in both directions.
const pairs = new Set(
  (
    'zh-id en-ru zh-en en-es en-fr en-th en-vi id-en ar-en tr-en ' +
    'ja-zh zh-vi zh-th zh-ko it-zh en-ja zh-ru zh-fr zh-de zh-es'
  ).split(' '),
);

const figures = {
  upright: { angle: 0, width: 1000, height: 630, original_width: 1000, original_height: 630 },
  turned: { angle: 270, width: 630, height: 1000, original_width: 4000, original_height: 2520 },
  none: { angle: 0, width: 0, height: 0, original_width: 0, original_height: 0 },
};

/**
 * The endpoints of the AI services. NOTHING IS TRANSLATED, READ OR HEARD HERE: the answers are made up from the request,
 * always the same for the same request. They show the shape of an answer and never its quality.
 */
export const routes = [
  route(translateText, ({ choice }, { query, source_language: source, target_language: target }) => {
    const isListed = pairs.has(`${source}-${target}`) || pairs.has(`${target}-${source}`);
    const unlisted = choice('ai/unlisted-pair');
    const isSame = source === target && unlisted === 'same-only';
    if (!isListed && !isSame && unlisted !== 'translated')
      throw badParameter('source_language and target_language');
    const isMarked = choice('ai/translation') === 'marked' && !isSame;
    return { result: isMarked ? `[${source}→${target}] ${query}` : query };
  }),

  route(recognizeText, (tenant, { type, image_url: url }) => {
    const { choice } = tenant;
    const isPicture = isFetched(tenant, url);
    const other = type === 'idcard' ? 'read' : choice('ai/picture-of-another');
    if (other === 'refused') throw badParameter('type');
    const isRead = isPicture && other === 'read';
    const data = JSON.stringify(isRead ? { 类型: type, 姓名: '张三' } : {});
    return { result: { data, ...figures[choice('ai/figures')] } };
  }),

  route(recognizeSpeech, (_tenant, { media_id: id }) => {
    // Documented for a media id that holds no speech. Assumed: only an id that begins with @ does.
    if (!id.startsWith('@')) throw new Refusal(44001, '获取传入的 media_id 对应的音频失败');
    return { result: `[${id}] 这是一段语音` };
  }),
];

const longUrl = 900;

function isFetched({ choice }: Tenant, url: string): boolean {
  const isUrl = URL.canParse(url);
  const isLost = url.length > longUrl && choice('ai/long-url') === 'lost';
  if (isLost || (!isUrl && choice('ai/no-url') === 'refused')) throw badParameter('image_url');
  return isUrl;
}
