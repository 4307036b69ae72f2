import type { Exchange } from '../../client/exchange';
import { Redactor } from '../../client/redaction/redact';
import { faultNamed } from '../../lab/faults';
import { judged, useFolder } from './testing/recorded';
import { tour } from './testing/tour';

const { file } = useFolder();

/** What the traffic of a tenant shows to be broken; only what is firm, or everything with `strict`. */
async function brokenBy(exchanges: readonly Exchange[], strict = false): Promise<string[]> {
  const lines = exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join('');
  const { judgement } = await judged([file('tour.ndjson', lines)], { strict, redactor: new Redactor() });
  return judgement.endpoints.flatMap(({ endpoint, broken }) =>
    broken.map(({ what }) => `${endpoint}: ${what}`),
  );
}

/** The product whose use shows a fault; what is wrong with all of them shows in announcements. */
function shownBy(fault: string): string {
  const [product = ''] = fault.split(/[/:]/);
  return product === 'gateway' || product === 'token' ? 'blackboard' : product;
}

describe('The traffic of a tenant', () => {
  it.each([false, true])('that is honest has nothing broken, strictly (%s) too', async (strict) => {
    expect(await brokenBy(await tour(), strict)).toEqual([]);
  });

  it.each([
    [
      'blackboard/create: drops characters outside the basic plane',
      'content is not what blackboard/create was told',
    ],
    ['blackboard/update: a no-op', 'title is not what blackboard/update was told'],
    ['blackboard/delete: a no-op', 'it shows an announcement that was deleted'],
    ['blackboard/get-blackboard: swaps title and content', 'title is not what blackboard/update was told'],
    ['blackboard/get-blackboard: an unknown id is the newest announcement', 'id is not the blackboardId'],
    ['blackboard/listtopten: shows eleven', 'must NOT have more than 10 items'],
    ['blackboard/category-list: ids as numbers', '/result/*/id must be string'],
    ['report/create: swaps the contents of two fields', 'a content is not what report/create was told'],
    ['report/list: cuts texts at 500 characters', 'a content is not what report/create was told'],
    ['report/list: ignores the author', 'a row has another creator_id than the userid'],
    ['report/list: ignores the window', 'a row has another create_time than the start_time'],
    ['report/list: repeats the first page', 'the page shows a row twice'],
    ['report/comment-list: never ends', 'says that there are more, and names no next page'],
    ['report/template-getbyname: names another caller', 'result.userid is not the userid'],
    ['report/statistics: leaves out like_num', '/result/like_num is missing'],
    [
      'hrm/querypreentry: repeats the last person of a page on the next one',
      'a row of the page before again',
    ],
    ['hrm/querypreentry: ignores size', 'the page holds more than was asked for'],
    ['hrm/dismissions: nextToken does not move', 'the next page is this one again'],
    ['checkin/record-get: swaps longitude and latitude', 'latitude is no degree'],
    ['checkin/record-get: records of another', 'a row has another userid'],
    ['ai/ocr: data that is no JSON', 'result.data is no JSON text'],
    ['ai/translate: quotes its errcode', '/errcode is "0" and not a number'],
    ['token: not checked', 'it is answered without a token'],
    ['gateway: v1.0 leaves out its tracing headers', 'the answer has no header x-acs-request-id'],
    ['gateway: topapi does not name its charset', 'the content type names no charset'],
    ['gateway: errmsg of errcode 88 does not name the sub_code', 'errmsg does not name the sub_code'],
  ])('shows that of «%s» %s', async (fault, says) => {
    const exchanges = await tour({ layers: [faultNamed(fault).layer] }, shownBy(fault));

    expect((await brokenBy(exchanges)).filter((what) => what.includes(says))).not.toEqual([]);
  });
});
