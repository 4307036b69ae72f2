import { createServer, type AddressInfo } from 'node:net';
import http, { type ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { NoAnswer, transmit, type WireReply } from './http';
import { useServer } from './testing/use-server';

const text = JSON.stringify({ title: '公告'.repeat(350_000) });

/** Answers the head and half of a body of 1000 bytes. */
function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"errcode":0');
}

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/silence': () => undefined,
  '/head-only': (response) => {
    response.writeHead(200).flushHeaders();
  },
  '/drip': (response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => {
      clearInterval(drip);
    });
  },
  '/reset-at-once': (response) => response.socket?.resetAndDestroy(),
  '/hang-up-at-once': (response) => response.socket?.end(),
  '/reset-midway': (response) => {
    begin(response);
    setTimeout(() => response.socket?.resetAndDestroy(), 30);
  },
  '/hang-up-midway': (response) => {
    begin(response);
    setTimeout(() => response.socket?.destroy(), 30);
  },
  '/false-gzip': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('{}');
  },
  '/redirect': (response) => {
    response.writeHead(302, { location: '/echo' }).end();
  },
  '/gzip': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
  },
  '/brotli': (response) => {
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(text));
  },
  '/plain': (response) => {
    response.end(text);
  },
  '/nothing': (response) => {
    response.writeHead(204).end();
  },
  '/refusal': (response) => {
    response.writeHead(403, { 'content-type': 'application/json' }).end('{"code":"x"}');
  },
  '/failure': (response) => {
    response.writeHead(500, { 'content-type': 'text/html' }).end('<html>');
  },
};

const server = useServer(({ target }, response) => {
  (answers[target] ?? answers['/nothing'])?.(response);
});

function get(path: string, timeoutMs = 5000): Promise<WireReply> {
  return transmit({ method: 'GET', url: server().url + path, headers: {}, timeoutMs });
}

describe('A request without an answer', () => {
  it.each([
    { path: '/silence', says: 'no answer within 150 ms' },
    { path: '/head-only', says: 'the answer began, but was not whole within 150 ms' },
    { path: '/drip', says: 'the answer began, but was not whole within 150 ms' },
    { path: '/reset-at-once', says: 'the connection was closed before an answer came' },
    { path: '/hang-up-at-once', says: 'the connection was closed before an answer came' },
    { path: '/reset-midway', says: /^the answer could not be read to its end \(.*ECONNRESET\)$/ },
    { path: '/hang-up-midway', says: 'the answer could not be read to its end (aborted)' },
    { path: '/false-gzip', says: 'the answer could not be read to its end (incorrect header check)' },
  ])('says what happened: $path', async ({ path, says }) => {
    // superagent warns of hearing twice of one reset.
    jest.spyOn(console, 'warn').mockReturnValue();

    const attempt = get(path, 150);

    await expect(attempt).rejects.toThrow(NoAnswer);
    await expect(attempt).rejects.toThrow(says);
  });

  it('is given up in time', async () => {
    const before = performance.now();

    await expect(get('/drip', 150)).rejects.toThrow(NoAnswer);

    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('says that nobody listens', async () => {
    const url = 'http://127.0.0.1:9/gettoken';

    const attempt = transmit({ method: 'GET', url, headers: {}, timeoutMs: 1000 });

    await expect(attempt).rejects.toThrow('the connection was refused: nobody listens there');
  });

  it('says that what came is not HTTP', async () => {
    const port = await aPortThatSays('SSH-2.0-OpenSSH_9.9\r\n');

    const attempt = transmit({
      method: 'GET',
      url: `http://127.0.0.1:${port}`,
      headers: {},
      timeoutMs: 1000,
    });

    await expect(attempt).rejects.toThrow(/^the answer is not HTTP/);
  });

  it('says that the TLS handshake failed', async () => {
    const url = server().url.replace('http:', 'https:');

    const attempt = transmit({ method: 'GET', url, headers: {}, timeoutMs: 1000 });

    await expect(attempt).rejects.toThrow('the TLS handshake failed');
  });
});

describe('An answer', () => {
  it.each(['/plain', '/gzip', '/brotli'])('of 2 MB comes whole: %s', async (path) => {
    const { body } = await get(path);

    expect(body.byteLength).toBeGreaterThan(2_000_000);
    expect(body.equals(Buffer.from(text))).toBe(true);
  });

  it.each([
    { path: '/nothing', status: 204, body: '' },
    { path: '/refusal', status: 403, body: '{"code":"x"}' },
    { path: '/failure', status: 500, body: '<html>' },
  ])('keeps status and body: $status', async ({ path, status, body }) => {
    const reply = await get(path);

    expect({ status: reply.status, body: reply.body.toString() }).toEqual({ status, body });
  });

  it('that redirects is not followed', async () => {
    const { status, headers } = await get('/redirect');

    expect({ status, location: headers.location }).toEqual({ status: 302, location: '/echo' });
    expect(server().received).toHaveLength(1);
  });
});

describe('What is sent', () => {
  it('arrives as it was written', async () => {
    const headers = { 'content-type': 'application/json;charset=UTF-8', 'x-acs-dingtalk-access-token': '' };
    const url = `${server().url}/topapi/blackboard/get?access_token=a%2Bb&x=%E5%85%AC`;

    await transmit({ method: 'POST', url, headers, body: '{"title":"公告 😀"}', timeoutMs: 1000 });

    expect(server().received).toMatchObject([
      {
        method: 'POST',
        target: '/topapi/blackboard/get?access_token=a%2Bb&x=%E5%85%AC',
        headers,
        body: '{"title":"公告 😀"}',
      },
    ]);
  });

  it('has no body in a GET', async () => {
    await get('/gettoken?appkey=k');

    expect(server().received).toMatchObject([{ method: 'GET', target: '/gettoken?appkey=k', body: '' }]);
  });
});

describe('A request that never leaves', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    { what: 'with a code', error: Object.assign(new Error('no buffer space'), { code: 'ENOBUFS' }) },
    { what: 'without one', error: new Error('no buffer space') },
  ])('has no answer, for the reason that the system gives $what', async ({ error }) => {
    jest.spyOn(http, 'request').mockImplementation(() => {
      throw error;
    });

    await expect(get('/plain')).rejects.toThrow(/^no buffer space$/);
    await expect(get('/plain')).rejects.toThrow(NoAnswer);
  });
});

// Helpers

function aPortThatSays(greeting: string): Promise<number> {
  return new Promise((resolve) => {
    const listener = createServer((socket) => {
      socket.end(greeting);
      listener.close();
    });
    listener.listen(0, '127.0.0.1', () => {
      resolve((listener.address() as AddressInfo).port);
    });
  });
}
