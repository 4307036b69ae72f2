import { violations } from '../schemas/validate';
import { endpoints, listCategories, listTopTen } from '../schemas/index';
import { HungUp, type Layer } from './call';
import { goodRequests } from './good-requests';
import { startEmulator } from './server';
import { useEmulator } from './testing/use-emulator';

describe('The embedded tenant', () => {
  const visitor = useEmulator();

  it.each(endpoints.map((endpoint) => ({ endpoint, id: endpoint.id })))(
    'answers $id as it is documented',
    async ({ endpoint, id }) => {
      const answer = await visitor().send(endpoint, { ...goodRequests(visitor().emulator)[id] });

      expect(answer).toMatchObject({ status: 200 });
      expect(violations(endpoint.response, answer.body)).toEqual([]);
      // The documented example tells whether there is a text of success, and which.
      expect(answer.body.errmsg).toBe((endpoint.examples[0] as { errmsg?: string }).errmsg);
    },
  );

  it('listens on 127.0.0.1 only', async () => {
    const { url } = visitor().emulator;

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    // Who listens on every address answers here as well.
    await expect(fetch(url.replace('127.0.0.1', '[::1]'))).rejects.toThrow('fetch failed');
  });

  it('does not start on a port that is taken', async () => {
    const port = Number(new URL(visitor().emulator.url).port);

    await expect(startEmulator({ port })).rejects.toThrow('EADDRINUSE');
  });

  it('names a picture by its media id', () => {
    expect(visitor().emulator.coverMediaId).toMatch(/^@\w+$/);
  });

  it('answers nobody after its end', async () => {
    const second = await startEmulator();

    await second.close();

    await expect(fetch(second.url)).rejects.toThrow('fetch failed');
  });

  it('makes its own credentials at every start', async () => {
    const second = await startEmulator();

    expect(second.app.appSecret).not.toBe(visitor().emulator.app.appSecret);
    await second.close();
  });
});

describe('Who has no permission', () => {
  const visitor = useEmulator();

  it('is an app of the tenant that was granted nothing', () => {
    const { unprivilegedApp, app, tenant } = visitor().emulator;

    expect(tenant.apps.get(unprivilegedApp.appKey)).toEqual({ ...unprivilegedApp, scopes: new Set() });
    expect(tenant.apps.get(app.appKey)?.scopes.size).toBeGreaterThan(0);
  });

  it('is who shows the token that has expired', () => {
    const { expiredToken, tenant } = visitor().emulator;

    expect(tenant.tokens.appKeyOf(expiredToken)).toBeUndefined();
    expect(tenant.tokens.ownerOf(expiredToken)).toBe(visitor().emulator.app.appKey);
  });
});

describe('An answer that breaks its own schema', () => {
  const visitor = useEmulator();

  it('becomes a 500 that names the endpoint and the place', async () => {
    const { tenant, people } = visitor().emulator;
    Object.assign(tenant, { categories: [{ id: 'a', name: 7 }] });

    const answer = await visitor().send(listCategories, { operation_userid: people.operator });

    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(answer.text).toContain('blackboard/category-list: the answer breaks its schema: /result/0/name');
  });
});

describe('A mistake of the tenant itself', () => {
  const visitor = useEmulator();

  it('becomes a 500 that tells of it', async () => {
    const { tenant, people } = visitor().emulator;
    Object.assign(tenant, { categories: undefined });

    const answer = await visitor().send(listCategories, { operation_userid: people.operator });

    expect(answer.status).toBe(500);
    expect(answer.text).toContain('TypeError');
  });
});

describe('Layers', () => {
  const order: string[] = [];
  const noisy =
    (name: string): Layer =>
    async (endpoint, call, next) => {
      order.push(`${name} ${endpoint.id}`);
      const reply = await next(call);
      order.push(`${name} ${reply.status}`);
      return reply;
    };
  const visitor = useEmulator({ layers: [noisy('outer'), noisy('inner')] });

  beforeEach(() => {
    order.length = 0;
  });

  it('stand around an answer from the outside in', async () => {
    await visitor().send(listCategories, {});

    expect(order).toEqual([
      'outer blackboard/category-list',
      'inner blackboard/category-list',
      'inner 200',
      'outer 200',
    ]);
  });
});

describe('A layer', () => {
  const visitor = useEmulator({ layers: [() => ({ status: 503, headers: {}, body: '<html>busy</html>' })] });

  it('may answer itself, with a text as it is', async () => {
    const answer = await visitor().send(listTopTen, {});

    expect(answer).toMatchObject({ status: 503, text: '<html>busy</html>' });
  });
});

describe('A layer that fails', () => {
  const visitor = useEmulator({
    layers: [
      ({ id }) => {
        throw id === listTopTen.id ? new HungUp('gone') : new Error('a mistake of the layer');
      },
    ],
  });

  it('breaks the connection when it hangs up', async () => {
    await expect(visitor().send(listTopTen, {})).rejects.toThrow('fetch failed');
  });

  it('shows as what it is, and like nothing DingTalk says', async () => {
    const answer = await visitor().send(listCategories, {});

    expect(answer.status).toBe(500);
    expect(answer.text).toContain(
      'POST /topapi/blackboard/category/list: Error: a mistake of the layer\n    at ',
    );
  });

  it('by hanging up says so by its name', () => {
    expect(new HungUp('gone').name).toBe('HungUp');
  });
});
