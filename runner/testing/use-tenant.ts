import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import type { Layer } from '../../emulator/call';
import { startEmulator, type Emulator } from '../../emulator/server';
import { connect, type Connection } from '../session/connect';
import { liveEnvironment } from '../session/live-environment';

/** A tenant that a test talks to as a live one, and the secrets of the connection. */
export interface TestConnection extends Connection {
  readonly emulator: Emulator;
  readonly redactor: Redactor;
}

/** Starts embedded tenants for the tests of a `describe`, with layers and other variables where given, and ends them after each. */
export function useTenant(): (
  layers?: readonly Layer[],
  env?: Record<string, string>,
) => Promise<TestConnection> {
  const open: Connection[] = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map((connection) => connection.close()));
  });

  return async (layers = [], env = {}) => {
    const emulator = await startEmulator({ layers });
    const redactor = new Redactor();
    const connection = await connect(readConfig({ ...environmentOf(emulator), ...env }), redactor);
    const opened = { ...connection, emulator, redactor, close: () => emulator.close() };
    open.push(opened);
    return opened;
  };
}

/** The variables that name an embedded tenant as a live one, for tests. */
export function environmentOf(emulator: Emulator): Record<string, string> {
  // Nobody else is on this tenant, and tests are in a hurry.
  return { ...liveEnvironment(emulator), SUITE_MAX_RATE: '9999' };
}
