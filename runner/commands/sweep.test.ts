import { told } from '../../config/language';
import type { Layer } from '../../emulator/call';
import { plant } from '../../emulator/seed/plant';
import { sweep, type Sweep } from '../cleanup/leftovers';
import { answering, noPermission, ofV1, showing } from '../testing/answering';
import { useTenant, type TestConnection } from '../testing/use-tenant';

const hour = 3600;
const tag = '[api-suite 0a1b2c-3d4e5f-7]';
const ours = `入职须知 ${tag}`;
const lookAlikes = [
  `转发：${ours} 请看`,
  '入职须知 [api-suite]',
  '入职须知 [api-suite nightly-run-1]',
  '入职须知 api-suite 0a1b2c-3d4e5f-7',
  '【api-suite】入职须知',
  '',
];

/** Puts announcements of these titles into the tenant and returns their ids. */
function planted({ emulator }: TestConnection, titles: readonly string[], more: object = {}): string[] {
  return plant(emulator.tenant, {
    announcements: titles.map((title) => ({ title, ageSeconds: 2 * hour, ...more })),
  }).announcements;
}

const idsOf = ({ emulator }: TestConnection): string[] => emulator.tenant.announcements.map(({ id }) => id);
const titlesOf = (list: readonly { title: string }[]): string[] => list.map(({ title }) => title);

async function swept(connection: TestConnection, asked: Partial<Sweep> = {}) {
  const all = { days: 7, olderThanMinutes: 60, dryRun: false, ...asked };
  const by = { client: connection.client, operator: connection.tenant.people.operator };
  return told(await sweep(by, all), 'en');
}

/** A layer in which an endpoint gives no proper answer about announcements whose title begins so. */
function failing(id: string, beginning: string, status: number): Layer {
  const page = showing(/./, '<html>', status);
  return (endpoint, call, next) => {
    const asked = call.body.values.blackboard_id ?? call.query.blackboardId;
    const about = call.tenant.announcements.find((announcement) => announcement.id === asked);
    return endpoint.id === id && about?.title.startsWith(beginning) ? page(endpoint, call, next) : next(call);
  };
}

const lost: Layer = async (endpoint, call, next) => {
  const reply = await next(call);
  return endpoint.id === 'blackboard/delete' ? { ...reply, body: '<html>' } : reply;
};

const denied = answering(/get-blackboard/, ofV1(noPermission), 403);

describe('npm run sweep', () => {
  const tenant = useTenant();

  it('removes what a run left, and nothing else', async () => {
    const connection = await tenant();
    const foreign = planted(connection, lookAlikes);
    const before = idsOf(connection);
    planted(connection, [ours, ours, `更新 ${ours}`]);

    const { removed, trouble } = await swept(connection);

    expect(idsOf(connection)).toEqual(before);
    expect(before).toEqual(expect.arrayContaining(foreign));
    expect({ removed: removed.length, trouble }).toEqual({ removed: 3, trouble: [] });
  });

  it('only lists in a dry run', async () => {
    const connection = await tenant();
    planted(connection, [ours]);
    const before = idsOf(connection);

    const { removed } = await swept(connection, { dryRun: true });

    expect(titlesOf(removed)).toEqual([ours]);
    expect(idsOf(connection)).toEqual(before);
  });

  it('leaves what is young to the run that may be at work', async () => {
    const connection = await tenant();
    const [id] = planted(connection, [ours], { ageSeconds: 600 });

    const { removed, young } = await swept(connection);

    expect({ removed, young: titlesOf(young) }).toEqual({ removed: [], young: [ours] });
    expect(idsOf(connection)).toContain(id);
  });

  it('takes what is young of a run that is over, and of no other', async () => {
    const connection = await tenant();
    const other = '入职须知 [api-suite 0a1b2d-3d4e5f-7]';
    planted(connection, [ours, other], { ageSeconds: 60 });

    const { removed, young } = await swept(connection, { run: '0a1b2c' });

    expect({ removed: titlesOf(removed), young: titlesOf(young) }).toEqual({
      removed: [ours],
      young: [other],
    });
  });

  it('takes what is young too when it is told to', async () => {
    const connection = await tenant();
    planted(connection, [ours], { ageSeconds: 0 });

    expect(await swept(connection, { olderThanMinutes: -Infinity })).toMatchObject({
      removed: [{ title: ours }],
      young: [],
    });
  });

  it('leaves alone what somebody else sent, whatever its title', async () => {
    const connection = await tenant();
    const [id] = planted(connection, [ours], { sender: connection.tenant.people.user });

    expect(await swept(connection)).toMatchObject({ removed: [], foreign: [{ title: ours }], trouble: [] });
    expect(idsOf(connection)).toContain(id);
  });

  it.each([
    [7, 6, 1],
    [7, 8, 0],
    [180, 179, 1],
    [1, 2, 0],
  ])('looks back %i days: of %i days ago it removes %i', async (days, age, expected) => {
    const connection = await tenant();
    planted(connection, [ours], { ageSeconds: age * 24 * hour });

    const { removed, trouble } = await swept(connection, { days, dryRun: true });

    expect({ removed: removed.length, trouble }).toEqual({ removed: expected, trouble: [] });
  });

  it('finds it behind many pages of others', async () => {
    const connection = await tenant();
    planted(connection, [ours], { ageSeconds: 5 * 24 * hour });
    planted(
      connection,
      Array.from({ length: 95 }, (_, place) => `通知 ${place}`),
    );

    expect(await swept(connection)).toMatchObject({ removed: [{ title: ours }], trouble: [] });
  });

  it('goes on past what cannot be removed, and says what', async () => {
    const connection = await tenant([failing('blackboard/delete', '坏', 502)]);
    planted(connection, [ours, `坏 ${tag}`, ours]);

    const { removed, trouble } = await swept(connection);

    expect(titlesOf(removed)).toEqual([ours, ours]);
    expect(trouble).toEqual([
      expect.stringMatching(/^«坏 .*» \(\w+\) could not be removed: broken/) as string,
    ]);
  });

  it('goes on past what cannot be read, and says what', async () => {
    const connection = await tenant([failing('blackboard/get-blackboard', '坏', 418)]);
    planted(connection, [ours, '坏']);

    const { removed, trouble } = await swept(connection);

    expect(titlesOf(removed)).toEqual([ours]);
    expect(trouble).toEqual([expect.stringMatching(/^\w+ could not be read: broken/) as string]);
  });

  it('takes a delete whose answer was lost for done when the announcement is gone', async () => {
    const connection = await tenant([lost]);
    planted(connection, [ours]);

    expect(await swept(connection)).toMatchObject({ removed: [{ title: ours }], trouble: [] });
  });

  it('reads by the archived endpoint where the app has no permission for the current one', async () => {
    const connection = await tenant([denied]);
    planted(connection, [ours]);

    expect(await swept(connection)).toMatchObject({ removed: [{ title: ours }] });
  });

  it('says that the list cannot be read', async () => {
    const connection = await tenant([], { DINGTALK_OPERATOR_USERID: 'nobody' });

    expect(await swept(connection)).toMatchObject({
      looked: 0,
      trouble: [expect.stringMatching(/^page 1 .*refused/)],
    });
  });
});
