import { Pacer } from '../../client/pacer';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { startBroker } from './broker';
import { BrokeredTokens, leaseFile } from './brokered';
import { Redactor } from '../../client/redaction/redact';
import type { TokenSource } from '../../client/tokens';
import { useBroker } from '../testing/use-broker';

describe('A broker', () => {
  const { source, broker } = useBroker();

  it('gives every worker the one token of the run', async () => {
    const workers = Array.from({ length: 20 }, () => new BrokeredTokens(broker().url));

    const given = await Promise.all(workers.map((worker) => worker.current('oapi')));

    expect(given).toEqual(Array.from({ length: 20 }, () => 'token 1'));
  });

  it('renews a refused token for all workers alike', async () => {
    const workers = Array.from({ length: 5 }, () => new BrokeredTokens(broker().url));
    const [refused = ''] = await Promise.all(workers.map((worker) => worker.current('oapi')));

    const given = await Promise.all(workers.map((worker) => worker.renew('oapi', refused)));

    expect(new Set(given)).toEqual(new Set(['token 2']));
  });

  it('tells why there is no token, and the worker asks again the next time', async () => {
    jest.spyOn(source, 'current').mockRejectedValueOnce(new Error('credentials refused: 40096'));
    const worker = new BrokeredTokens(broker().url);

    await expect(worker.current('oapi')).rejects.toThrow(
      'There is no access token: credentials refused: 40096',
    );
    await expect(worker.current('oapi')).resolves.toBe('token 1');
  });

  it('leases a file once', async () => {
    const files = ['specs/a.spec.ts', 'specs/a.spec.ts', 'specs/b.spec.ts'];

    const leased = await Promise.all(files.map((file) => leaseFile(broker().url, file)));

    expect(leased.filter(Boolean)).toHaveLength(2);
    await expect(leaseFile(broker().url, 'specs/b.spec.ts')).resolves.toBe(false);
  });
});

describe('Whoever does not know the key', () => {
  const { fetched, broker } = useBroker();

  it.each(['/token', '/lease', '/', '/0123456789abcdef0123456789abcdef/token', '//token'])(
    'gets nothing from %s',
    async (path) => {
      const reply = await fetch(new URL(broker().url).origin + path, { method: 'POST', body: '{}' });

      expect(reply.status).toBe(404);
      expect(await reply.text()).not.toContain('token 1');
      expect(fetched()).toEqual([]);
    },
  );

  it('is told so where it is one of our workers', async () => {
    const worker = new BrokeredTokens(`${new URL(broker().url).origin}/wrong`);

    await expect(worker.current('oapi')).rejects.toThrow('The broker of this run answered HTTP 404.');
  });

  it('cannot guess it', async () => {
    const another = await startBroker(fixed(), new Pacer(20), new Redactor());
    const keys = [broker().url, another.url].map((url) => new URL(url).pathname);
    await another.close();

    expect(keys).toEqual(keys.map(() => expect.stringMatching(/^\/[0-9a-f]{32}$/) as string));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('The listener of a broker', () => {
  const { broker } = useBroker();

  it('is on no other address of this machine', async () => {
    const port = Number(new URL(broker().url).port);
    const answers = await Promise.all(otherAddresses().map((host) => reaches(host, port)));

    expect(answers).not.toContain(true);
  });

  it('ends with the broker', async () => {
    const another = await startBroker(fixed(), new Pacer(20), new Redactor());
    await new BrokeredTokens(another.url).current('oapi');

    await another.close();

    await expect(new BrokeredTokens(another.url).current('oapi')).rejects.toThrow('does not answer');
  });
});

// Helpers

function fixed(): TokenSource {
  return { current: () => Promise.resolve('token 1'), renew: () => Promise.resolve('token 2') };
}

function otherAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses);
  const others = all.filter(({ address }) => address !== '127.0.0.1');
  return [
    '127.0.0.2',
    ...others.map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address)),
  ];
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.on('connect', () => {
      end(true);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.on('timeout', () => {
      end(false);
    });
  });
}
