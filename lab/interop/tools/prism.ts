import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { completeRequest } from '../../../schemas/complete-request';
import { endpoints } from '../../../schemas';
import type { Endpoint } from '../../../schemas/endpoint';
import { violations } from '../../../schemas/validate';
import { bin, type Bench } from './tool';

/** Lets Prism mock every endpoint, and says how many of its answers our schemas accept. */
export async function mocked({ folder, local }: Bench): Promise<string> {
  const port = await freePort();
  const parameters = ['mock', local, '--host', '127.0.0.1', '--port', String(port)];
  const server = spawn(join(folder, bin('prism')), parameters, { cwd: folder, stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(url);
    const wrong: string[] = [];
    for (const endpoint of endpoints) if (!(await isMockedWell(endpoint, url))) wrong.push(endpoint.id);
    const right = `our schemas accept ${endpoints.length - wrong.length} of ${endpoints.length} answers`;
    return wrong.length === 0 ? right : `${right}; not ${wrong.join(', ')}`;
  } finally {
    server.kill();
  }
}

async function isMockedWell(endpoint: Endpoint, url: string): Promise<boolean> {
  const request = completeRequest(endpoint, {
    start_time: 1,
    end_time: 2,
    appSecret: 'secret',
    to_chat: false,
  });
  const isGet = endpoint.method === 'GET';
  const values = isGet ? texts(request) : [];
  const query = new URLSearchParams([...values, ['access_token', 'any']]).toString();
  const answer = await fetch(`${url}${endpoint.path}?${query}`, {
    method: endpoint.method,
    headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': 'any' },
    ...(isGet ? {} : { body: JSON.stringify(request) }),
  });
  const body: unknown = await answer.json();
  return violations(endpoint.response, body).length === 0;
}

const texts = (request: object): [string, string][] =>
  Object.entries(request).map(([name, value]) => [name, String(value)]);

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(500);
  }
  throw new Error('the mock did not start');
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
