import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { root } from '../../config/root';
import { produced } from '../../reporting/leaks';
import { acquire, holderText, lastHolder, type Asking } from './lock';

/** A folder that no run can leave its reports in; the message says why, and what to do. Nothing has been sent, and nothing was touched. */
class UnfitFolder extends Error {
  override readonly name = 'UnfitFolder';

  constructor(folder: string, why: string) {
    super(`The reports cannot go to ${folder}: ${why}`);
  }
}

const other = 'Set REPORTS_DIR to another folder';
// What the reports of a full run take, generously.
const roomNeeded = 64 * 2 ** 20;

/**
 * Makes this process the only one that writes into a folder of reports, until what it returns is called.
 * @throws UnfitFolder as `checkReports` does, where the folder holds what is not ours, and where another run is at work in it.
 */
export async function claimReports(reportsDir: string, asking: Asking): Promise<() => Promise<void>> {
  const [foreign] = foreignIn(reportsDir);
  if (foreign !== undefined)
    throw new UnfitFolder(
      reportsDir,
      `${foreign} stands there, which no run of ours has left: reports would stand between, or replace it. ${other}, or empty it.`,
    );
  checkReports(reportsDir);
  const lock = await acquire(join(reportsDir, 'run'), asking);
  if ('release' in lock) return lock.release;
  throw new UnfitFolder(
    reportsDir,
    `a run is at work there (${holderText(lock.holder)}). Wait for its end, or set REPORTS_DIR to another folder for this one. Nothing was sent.`,
  );
}

/**
 * Looks whether reports could be written, before anything is sent.
 * @throws UnfitFolder where the folder is a file, is above the project's, is full, or cannot be written to.
 */
export function checkReports(reportsDir: string): void {
  const unfit = (why: string): UnfitFolder => new UnfitFolder(reportsDir, why);
  const toProject = relative(reportsDir, root);
  if (!toProject.startsWith('..') && !isAbsolute(toProject))
    throw unfit(`the project itself stands in it. ${other}.`);
  if (existsSync(reportsDir) && !statSync(reportsDir).isDirectory()) throw unfit(`that is a file. ${other}.`);
  try {
    make(join(reportsDir, 'history'));
    for (const folder of [reportsDir, join(reportsDir, 'history')])
      tryWriting(join(folder, `.${process.pid}.try`));
  } catch (error) {
    throw unfit(`${whyNot(error as NodeJS.ErrnoException)}. ${other}.`);
  }
  const room = roomIn(reportsDir);
  if (room < roomNeeded)
    throw unfit(
      `${Math.floor(room / 2 ** 20)} MB are free there, and a run may take 64. Make room, or: ${other}.`,
    );
}

// One by one: told to make them all at once, Node never comes back where the system makes none, as below /proc.
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  mkdirSync(folder);
}

function tryWriting(file: string): void {
  try {
    writeFileSync(file, 'x'.repeat(64 * 1024));
  } finally {
    rmSync(file, { force: true });
  }
}

const inWords: Readonly<Record<string, string>> = {
  ENOENT: 'no folder can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'no space is left there',
  EDQUOT: "this user's space is used up",
  ENOTDIR: 'a part of that path is a file',
  EEXIST: 'a file or a dead link is in the way',
  ENAMETOOLONG: 'that name is too long',
};

const whyNot = ({ code = '', message }: NodeJS.ErrnoException): string => inWords[code] ?? message;

// Some network disks say nothing of their size.
function roomIn(folder: string): number {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return blocks > 0 ? bavail * bsize : Infinity;
}

// Who has left a folder to us wrote down its run; before that was written, what a run left shows that it was ours.
function foreignIn(reportsDir: string): readonly string[] {
  if (isSource(reportsDir)) return readdirSync(reportsDir);
  const there = produced.filter((name) => name !== 'history' && existsSync(join(reportsDir, name)));
  return there.length === 0 || lastHolder(join(reportsDir, 'run')) !== undefined || isOfOurs(reportsDir)
    ? []
    : there;
}

// A folder of the project itself, such as docs: nothing there is touched, but nobody wants reports between.
function isSource(reportsDir: string): boolean {
  const [top = ''] = relative(root, reportsDir).split(/[\\/]/);
  return ['', 'reports', '..'].includes(top) || isAbsolute(top) || !existsSync(reportsDir)
    ? false
    : readdirSync(reportsDir).length > 0 && lastHolder(join(reportsDir, 'run')) === undefined;
}

function isOfOurs(reportsDir: string): boolean {
  const raw = join(reportsDir, 'raw');
  if (
    existsSync(raw) &&
    statSync(raw).isDirectory() &&
    readdirSync(raw).some((name) => /^(cases-.*|files)\.ndjson$/.test(name))
  )
    return true;
  const page = join(reportsDir, 'index.html');
  return (
    existsSync(page) && statSync(page).isFile() && readFileSync(page, 'utf8').includes('DingTalk API suite')
  );
}
