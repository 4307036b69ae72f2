import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signOf } from '../../reporting/formats/chat-robot';
import { startEmulator, type Emulator } from '../../emulator/server';

/** A tenant that a night can be tried on, and a robot of a chat that takes only what is signed. */
export interface PlayedNight {
  readonly emulator: Emulator;
  /** The variables that name the robot. */
  readonly robot: Readonly<Record<string, string>>;
  /** The titles of the messages that it took; `refused` for one whose sign was wrong. */
  messages(): string[];
  close(): Promise<void>;
}

const secret = 'SECdeadbeef';

/** Starts both on 127.0.0.1. */
export async function startPlayedNight(): Promise<PlayedNight> {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const query = new URL(request.url ?? '', 'http://robot').searchParams;
      const isSigned = query.get('sign') === signOf(Number(query.get('timestamp')), secret);
      taken.push(isSigned ? (JSON.parse(body) as { markdown: { title: string } }).markdown.title : 'refused');
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          isSigned ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const emulator = await startEmulator();
  const { port } = server.address() as AddressInfo;
  return {
    emulator,
    robot: {
      DINGTALK_ROBOT_WEBHOOK: `http://127.0.0.1:${port}/robot/send?access_token=played-robot-token`,
      DINGTALK_ROBOT_SECRET: secret,
    },
    messages: () => [...taken],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}
