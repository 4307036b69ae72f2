import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../reporting/testing/temporary-folder';
import { deleteAnnouncement } from '../schemas';
import { deletion as request, useClient } from './testing/use-client';

const files = temporaryFolder();

describe('The stack of a failed call', () => {
  const { api, play } = useClient();

  beforeEach(() => {
    play((_, response) => response.socket?.destroy());
  });

  it('begins at the line that called must', async () => {
    const error: unknown = await api().must(deleteAnnouncement, request).catch(same); // here: must

    expect(firstLineOf(error)).toContain('// here: must');
  });

  it('begins at the line that called send', async () => {
    const error: unknown = await api().send(deleteAnnouncement, request).catch(same); // here: send

    expect(firstLineOf(error)).toContain('// here: send');
  });

  it('begins at the line of the spec also through async functions of its support', async () => {
    const remove = await inFolder('support');

    const error: unknown = await remove(api()).catch(same); // here: support

    expect(firstLineOf(error)).toContain('// here: support');
  });

  it('begins at the other file where that is no support', async () => {
    const remove = await inFolder('flows');

    const error: unknown = await remove(api()).catch(same);

    expect(firstLineOf(error)).toContain('exports.remove');
  });

  it('shows neither frames of the client nor of the runner', async () => {
    const error = (await api().must(deleteAnnouncement, request).catch(same)) as Error;

    expect(error.stack).not.toMatch(/client\.ts|http\.ts|node_modules|node:internal/);
    expect(error.stack).toContain(error.message);
  });

  it('is whole where only support called', async () => {
    const sweep = await inFolder('support');

    const error = await new Promise<Error>((resolve) => void sweep(api()).catch(resolve));

    expect(error.stack?.split('\n    at ')[1]).toContain('/support/remove.js');
  });
});

describe('The story of a failed call', () => {
  const { api, play } = useClient();

  it.each([
    { what: 'all of a body of 1500 letters', body: 'x'.repeat(1500), told: 'x'.repeat(1500) },
    {
      what: 'the beginning of a longer one',
      body: 'x'.repeat(1501),
      told: `${'x'.repeat(1500)}… (1501 characters)`,
    },
    { what: 'that there was none', body: '', told: '(empty)' },
  ])('tells $what', async ({ body, told }) => {
    play((_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end(body));

    await expect(api().send(deleteAnnouncement, request)).rejects.toThrow(
      `\n  reply: HTTP 502 ${told}\n  docs: `,
    );
  });
});

// Helpers

const same = (error: unknown): unknown => error;

type Client = ReturnType<ReturnType<typeof useClient>['api']>;

/** An async function of another file, in a folder of that name, which deletes an announcement. */
async function inFolder(name: string): Promise<(client: Client) => Promise<unknown>> {
  const folder = join(mkdtempSync(join(files, 'stack-')), name);
  mkdirSync(folder);
  const file = join(folder, 'remove.js');
  writeFileSync(
    file,
    'exports.remove = async (client, ...call) => { await null; return await client.must(...call); };',
  );
  const { remove } = (await import(file)) as { remove: (...values: unknown[]) => Promise<unknown> };
  return (client) => remove(client, deleteAnnouncement, request);
}

/** The source line that the first frame of an error points at. */
function firstLineOf(error: unknown): string {
  const [, file = '', line = ''] =
    /^ {4}at .*?\(?(\/.*):(\d+):\d+\)?$/m.exec((error as Error).stack ?? '') ?? [];
  return readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
}
