import type { LiveTenant } from '../../config/live-tenant';
import { nobodysId } from '../../fixtures/requests';
import { listCategories } from '../../schemas';
import { unsure, well, wrong, type Check } from './check';
import { meaningOf } from './codes';
import { consoleAt } from './console';
import type { Probe } from './probe';
import type { TokenDesk } from './token-desk';

const name = 'ordinary user';

/**
 * Whether the user is no administrator of announcements, by the list that is documented to be for administrators only: one call, and a second one
 * by nobody's id where the user is let in. Nothing where the list tells nothing.
 */
export async function ordinaryUserCheck(
  desk: TokenDesk,
  { people: { user } }: LiveTenant,
  probes: readonly Probe[],
): Promise<Check[]> {
  const ask = (operation_userid: string): Promise<Probe> => desk.probe(listCategories, { operation_userid });
  const ofOperator = probes.find(({ endpoint }) => endpoint.id === listCategories.id);
  if (ofOperator?.outcome !== 'answered') return [];
  const ofUser = await ask(user);
  if (ofUser.outcome === 'answered') return [judged(user, await ask(nobodysId))];
  const isTold = ofUser.outcome === 'refused' && meaningOf(ofUser.endpoint, ofUser.code) === 'service';
  return isTold ? [well(name, { en: `${user} manages no announcements`, zh: `${user} 不是公告管理员` })] : [];
}

function judged(user: string, ofNobody: Probe): Check {
  if (ofNobody.outcome !== 'refused')
    return unsure(name, {
      en: `${listCategories.id} lets everybody in: it does not tell who manages announcements`,
      zh: `${listCategories.id} 对任何人都开放，看不出谁是公告管理员`,
    });
  return wrong(
    name,
    { en: `${user} is let in as an administrator of announcements`, zh: `${user} 被视为公告管理员` },
    {
      en: `set DINGTALK_USERID to an employee who manages no announcements, or the cases about what is refused to others are skipped: ${consoleAt.userids.en}`,
      zh: `把 DINGTALK_USERID 设为一名不是公告管理员的员工，否则“拒绝普通员工”的用例会跳过：${consoleAt.userids.zh}`,
    },
  );
}
