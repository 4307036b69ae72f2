import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator } from '../../emulator/server';
import { openApiDocument } from '../../runner/generate/openapi';
import { endpoints } from '../../schemas';
import { runAll } from '../program';
import { bin, npm } from '../interop/tools/tool';
import { costOf } from './measure';

const versions = ['newman@6.2.2', 'openapi-to-postmanv2@6.3.3'] as const;
const rounds = 40;

/** What Newman takes for a call. */
export interface Newman {
  readonly versions: string;
  readonly calls: number;
  /** Milliseconds of processor time of one call, its share of the start included. */
  readonly perCall: number;
}

/**
 * Has Newman send the request of every endpoint again and again to an embedded tenant, whose own time is not counted: no assertion, no report.
 * @param folder is made, and Newman is installed there.
 * @throws an Error with the last lines of what failed.
 */
export async function measureNewman(folder: string): Promise<Newman> {
  mkdirSync(folder, { recursive: true });
  const emulator = await startEmulator();
  const token = emulator.tenant.tokens.issue(emulator.app.appKey);
  const [document, collection] = [join(folder, 'openapi.json'), join(folder, 'collection.json')];
  writeFileSync(document, JSON.stringify(openApiDocument(emulator.url)));
  const convert = [bin('openapi2postmanv2'), '-s', document, '-o', collection] as const;
  try {
    await runAll([...npm(...versions), convert], { folder, seconds: 600 });
    const variables = `--env-var baseUrl=${emulator.url} --env-var apiKey=${token}`;
    const line = `${bin('newman')} run ${collection} -n ${rounds} ${variables} --silent`;
    const { cpu } = await costOf({ line, cwd: folder });
    const calls = rounds * endpoints.length;
    return { versions: versions.join(', '), calls, perCall: (cpu / calls) * 1000 };
  } finally {
    await emulator.close();
  }
}
