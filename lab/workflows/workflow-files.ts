import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../config/root';

/** A file that a CI reads: its path in the repository, its text, and what the text says. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A command that a job runs. */
export interface Command {
  readonly run: string;
  /** It runs also after a failure. */
  readonly isAlways: boolean;
  /** The variables that the step sets, as they stand in the file. */
  readonly env: Readonly<Record<string, string>>;
}

interface GitHubJob {
  readonly steps: readonly {
    readonly run?: string;
    readonly if?: string;
    readonly env?: Record<string, string>;
  }[];
}

/** The workflows of GitHub Actions. @throws an Error where a file is no YAML, or says a key twice. */
export function gitHubFiles(): WorkflowFile[] {
  return readdirSync(join(root, '.github', 'workflows')).map((name) => read(`.github/workflows/${name}`));
}

/** The pipeline of GitLab CI. */
export function gitLabFile(): WorkflowFile {
  return read('.gitlab-ci.yml');
}

function read(path: string): WorkflowFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, content: parse(text) as Record<string, unknown> };
}

/** What the job `night` runs on GitHub, in order. */
export function gitHubNight(): Command[] {
  const { content } = read('.github/workflows/nightly.yml');
  const { night } = content.jobs as { night: GitHubJob };
  return night.steps.flatMap(({ run, if: when, env = {} }) =>
    run === undefined ? [] : [{ run, isAlways: when === 'always()', env }],
  );
}

/** What the job `night` runs on GitLab, in order; `after_script` runs also after a failure. */
export function gitLabNight(): Command[] {
  const { content } = gitLabFile();
  const { before_script: before } = content.default as { before_script: string[] };
  const { script, after_script: after } = content.night as { script: string[]; after_script: string[] };
  const command =
    (isAlways: boolean) =>
    (run: string): Command => ({ run, isAlways, env: {} });
  return [...[...before, ...script].map(command(false)), ...after.map(command(true))];
}
