import type { Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { managesAnnouncements } from '../../fixtures/blackboard/managing';
import { listCategories } from '../../schemas';
import { unsure, well, wrong, type Check } from './check';
import { meaningOf } from './codes';
import { consoleAt } from './console';
import type { Probe } from './probe';
import type { TokenDesk } from './token-desk';

const name = 'ordinary user';

/**
 * Whether the user is no administrator of announcements: one call, and two more where the user is let in. Nothing where the list of categories tells
 * nothing.
 */
export async function ordinaryUserCheck(
  desk: TokenDesk,
  { people: { user } }: LiveTenant,
  probes: readonly Probe[],
): Promise<Check[]> {
  const ofOperator = probes.find(({ endpoint }) => endpoint.id === listCategories.id);
  if (ofOperator?.outcome !== 'answered') return [];
  const asked: Probe[] = [];
  const isManager = await managesAnnouncements(user, async (endpoint, request) => {
    const answer = await desk.probe(endpoint, request);
    asked.push(answer);
    return answer.outcome === 'answered';
  });
  return isManager ? [managing(user)] : asked.slice(0, 1).flatMap((first) => toldBy(first, user));
}

function toldBy(categories: Probe, user: string): Check[] {
  if (categories.outcome === 'answered') return [unsure(name, openToAll)];
  const isTold =
    categories.outcome === 'refused' && meaningOf(categories.endpoint, categories.code) === 'service';
  return isTold ? [well(name, { en: `${user} manages no announcements`, zh: `${user} 不是公告管理员` })] : [];
}

const openToAll: Text = {
  en: `${listCategories.id} lets in whom it should not: it does not tell who manages announcements`,
  zh: `${listCategories.id} 放行了不该放行的人，看不出谁是公告管理员`,
};

const managing = (user: string): Check =>
  wrong(
    name,
    { en: `${user} is let in as an administrator of announcements`, zh: `${user} 被视为公告管理员` },
    {
      en: `set DINGTALK_USERID to an employee who manages no announcements, or the cases about what is refused to others are skipped: ${consoleAt.userids.en}`,
      zh: `把 DINGTALK_USERID 设为一名不是公告管理员的员工，否则“拒绝普通员工”的用例会跳过：${consoleAt.userids.zh}`,
    },
  );
