import {
  getReportStatistics,
  getTemplateByName,
  getUnreadCount,
  listComments,
  listReportPeople,
  listTemplatesByUser,
} from '../../schemas/index';
import type { Report } from '../tenant';
import type { Endpoint } from '../../schemas/endpoint';
import { useEmulator } from '../testing/use-emulator';

const visitor = useEmulator();

function busiest(): Report {
  const { reports } = visitor().emulator.tenant;
  const [first] = [...reports].sort((a, b) => b.comments.length - a.comments.length);
  if (!first) throw new Error('The seed holds no report.');
  return first;
}

describe('getReportStatistics', () => {
  it('counts what the lists of people and comments hold', async () => {
    const { id: report_id, comments } = busiest();
    const count = async (type: 0 | 1 | 2) =>
      (await visitor().must(listReportPeople, { report_id, type })).result.userid_list?.length;

    const { result } = await visitor().must(getReportStatistics, { report_id });

    expect(result).toEqual({
      read_num: await count(0),
      comment_num: comments.length,
      comment_user_num: await count(1),
      like_num: await count(2),
    });
  });
});

describe('listComments', () => {
  it('pages by an offset that is absent at the end', async () => {
    const report_id = busiest().id;
    const page = async (offset: number) => (await visitor().must(listComments, { report_id, offset })).result;

    const [first, last] = [await page(0), await page(40)];

    expect(first).toMatchObject({ has_more: true, next_cursor: 20 });
    expect(first.comments).toHaveLength(20);
    expect(last).toEqual({ comments: last.comments.slice(0, 5), has_more: false });
  });
});

describe('getUnreadCount', () => {
  it('falls when the report is read, and with time', async () => {
    const { tenant, people } = visitor().emulator;
    const count = async () => (await visitor().must(getUnreadCount, { userid: people.user })).count;
    const received = tenant.reports.filter(({ receivers }) => receivers.includes(people.user));
    const unread = received.findLast(({ readers }) => !readers.has(people.user));
    const before = await count();

    unread?.readers.add(people.user);
    const after = await count();
    tenant.clock.advance(31 * 24 * 3600);

    expect(after).toBe(before - 1);
    expect(await count()).toBe(0);
  });
});

describe('listTemplatesByUser', () => {
  const names = async (given: object) => {
    const { result } = await visitor().must(listTemplatesByUser, given);
    return { names: result.template_list.map(({ name }) => name), next: result.next_cursor };
  };

  it('shows all templates of the company, oldest first', async () => {
    expect((await names({})).names).toEqual(['拜访记录', '业绩日报', '月报', '周报', '日报', '空白日志']);
  });

  it('hides from an employee what is not for them', async () => {
    expect((await names({ userid: visitor().emulator.people.user })).names).not.toContain('业绩日报');
  });

  it('links to the picture and to the form of a template', async () => {
    const [template] = visitor().emulator.tenant.templates;
    const folder = 'https://landray.dingtalkapps.com/alid/app/report';

    const { result } = await visitor().must(listTemplatesByUser, {});

    expect(result.template_list[0]).toMatchObject({
      icon_url: `${folder}/images/ico-png/16.png`,
      url: `${folder}/createReport_new.html?skip=0&corpid=dinge8a56572f80b02a8&id=${template?.id}`,
    });
  });

  it('pages by an offset that is absent at the end', async () => {
    expect(await names({ offset: 0, size: 4 })).toMatchObject({ next: 4 });
    expect(await names({ offset: 4, size: 4 })).toEqual({ names: ['日报', '空白日志'], next: undefined });
  });
});

describe('getTemplateByName', () => {
  it('shows who receives a report by default', async () => {
    const { user } = visitor().emulator.people;

    const { result } = await visitor().must(getTemplateByName, { userid: user, template_name: '月报' });

    expect(result).toMatchObject({
      default_receivers: [{ userid: 'manager4220', user_name: '韩梅' }],
      default_received_convs: [{ title: '开放平台交流群' }, { title: '部门周会' }],
      userid: user,
    });
  });

  it('leaves out the groups where there are none', async () => {
    const { user } = visitor().emulator.people;

    const { result } = await visitor().must(getTemplateByName, { userid: user, template_name: '周报' });

    expect(result).toMatchObject({ default_receivers: [] });
    expect(result).not.toHaveProperty('default_received_convs');
  });

  it.each(['业绩日报', '日报 ', '没有的模板'])(
    'refuses %j to an ordinary employee',
    async (template_name) => {
      const { user } = visitor().emulator.people;

      const answer = await visitor().send(getTemplateByName, { userid: user, template_name });

      expect(answer.body).toMatchObject({ errcode: 400002 });
    },
  );
});

describe('What there is not', () => {
  it.each<{ endpoint: Endpoint; request: object; want: object }>([
    {
      endpoint: getReportStatistics,
      request: { report_id: '0'.repeat(32) },
      want: { errcode: 400002, success: false },
    },
    { endpoint: getUnreadCount, request: { userid: 'nobody' }, want: { errcode: 60121 } },
    { endpoint: listTemplatesByUser, request: { userid: 'nobody' }, want: { errcode: 60121 } },
  ])('is refused by $endpoint.id', async ({ endpoint, request, want }) => {
    expect((await visitor().send(endpoint, request)).body).toMatchObject(want);
  });
});
