import { spawn } from 'node:child_process';
import type { Language, Text } from '../../config/language';
import { nodeRuns } from '../../config/root';

/** How a step of a night ended, and what it printed. */
export interface Step {
  readonly status: number;
  readonly printed: string;
}

/**
 * Runs a command of this folder, such as `doctor`, shows what it prints as it prints it, and keeps it. When this process is told to end, the
 * step is told so, and what follows it still happens: a night leaves its reports.
 */
export function step(
  name: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  language: Language,
): Promise<Step> {
  process.stdout.write(`\n== ${name}\n`);
  const startedAt = Date.now();
  const child = spawn(process.execPath, nodeRuns(`runner/commands/${name}.ts`, parameters), {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const outputs = [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const;
  for (const [from, to] of outputs) {
    from.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      to.write(text);
    });
  }
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      const status = code ?? 2;
      process.stdout.write(`${ended(name, status, Date.now() - startedAt)[language]}\n`);
      resolve({ status, printed });
    });
  });
}

function ended(name: string, status: number, ms: number): Text {
  const seconds = (ms / 1000).toFixed(1);
  return {
    en: `-- ${name}: exit status ${status} after ${seconds} s`,
    zh: `-- ${name}：退出码 ${status}，用时 ${seconds} 秒`,
  };
}
