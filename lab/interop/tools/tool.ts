import { join } from 'node:path';
import { run, runAll, type Program } from '../../program';

/** What a tool is tried on. */
export interface Bench {
  /** An empty folder of the tool's own. */
  readonly folder: string;
  /** Files: the description, and the same with every call going to the embedded tenant. */
  readonly document: string;
  readonly local: string;
  /** A file with the documented samples: the name of the operation, of the sample, and its value. */
  readonly samples: string;
  /** The embedded tenant. */
  readonly url: string;
  readonly token: string;
  /** A third description: the gateway oapi is nowhere, and the gateway api is a second tenant, as DingTalk's are two hosts. */
  readonly apart: string;
  /** How many calls came to the tenant, and to the second one, since it was asked last. */
  readonly counted: () => { readonly here: number; readonly there: number };
}

/** A program that reads OpenAPI, at one version. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** What was done, and what a user of it has to know. */
  readonly did: string;
  readonly know: string;
  readonly install: readonly Program[];
  /** Resolves with what came out, in a few words. @throws an Error when a step fails. */
  readonly tryOn: (bench: Bench) => Promise<string>;
}

const stepSeconds = 240;

/** Installs packages of npm in the folder of the tool. */
export const npm = (...packages: readonly string[]): Program[] => [
  ['npm', 'init', '-y'],
  ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages],
];

/** Where a program of an installed package is. */
export const bin = (name: string): string => join('node_modules', '.bin', name);

/** Runs steps in the folder of the tool, and fails with the first that fails. */
export const steps = ({ folder }: Bench, ...programs: readonly Program[]): Promise<void> =>
  runAll(programs, { folder, seconds: stepSeconds });

/** Runs one program whatever its status, and resolves with what it printed, without colours. */
export async function printed({ folder }: Bench, program: Program): Promise<string> {
  const { out } = await run(program, { folder, seconds: stepSeconds });
  return out.replaceAll(/\u001b\[[\d;]*m/g, '');
}

/** The driver of that name. */
export const driver = (name: string): string => join(__dirname, '..', 'drivers', name);
