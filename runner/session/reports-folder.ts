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
import { fileTrouble, same, UserError, type Text } from '../../config/language';
import { root } from '../../config/root';
import { produced } from '../../reporting/leaks';
import { acquire, holderText, lastHolder, type Asking } from './lock';

/** A folder that no run can leave its reports in; the message says why, and what to do. Nothing has been sent, and nothing was touched. */
class UnfitFolder extends UserError {
  override readonly name = 'UnfitFolder';

  constructor(folder: string, why: Text) {
    super({ en: `The reports cannot go to ${folder}: ${why.en}`, zh: `报告无法写入 ${folder}：${why.zh}` });
  }
}

const other: Text = { en: 'Set REPORTS_DIR to another folder', zh: '请把 REPORTS_DIR 设为其他文件夹' };
// What the reports of a full run take, generously.
const roomNeeded = 64 * 2 ** 20;

/**
 * Makes this process the only one that writes into a folder of reports, until what it returns is called.
 * @throws UnfitFolder as `checkReports` does, where the folder holds what is not ours, and where another run is at work in it.
 */
export async function claimReports(reportsDir: string, asking: Asking): Promise<() => Promise<void>> {
  const [foreign] = foreignIn(reportsDir);
  if (foreign !== undefined)
    throw new UnfitFolder(reportsDir, {
      en: `${foreign} stands there, which no run of ours has left: reports would stand between, or replace it. ${other.en}, or empty it.`,
      zh: `其中有 ${foreign}，不是本套件留下的：报告会和它混在一起，或把它覆盖。${other.zh}，或清空该文件夹。`,
    });
  checkReports(reportsDir);
  const lock = await acquire(join(reportsDir, 'run'), asking);
  if ('release' in lock) return lock.release;
  const holder = holderText(lock.holder);
  throw new UnfitFolder(reportsDir, {
    en: `a run is at work there (${holder.en}). Wait for its end, or set REPORTS_DIR to another folder for this one. Nothing was sent.`,
    zh: `有一次运行正在使用它（${holder.zh}）。请等它结束，或为这次运行把 REPORTS_DIR 设为其他文件夹。没有发送任何请求。`,
  });
}

/**
 * Looks whether reports could be written, before anything is sent.
 * @throws UnfitFolder where the folder is a file, is above the project's, is full, or cannot be written to.
 */
export function checkReports(reportsDir: string): void {
  const unfit = (why: Text): UnfitFolder =>
    new UnfitFolder(reportsDir, { en: `${why.en}. ${other.en}.`, zh: `${why.zh}。${other.zh}。` });
  const toProject = relative(reportsDir, root);
  if (!toProject.startsWith('..') && !isAbsolute(toProject))
    throw unfit({ en: 'the project itself stands in it', zh: '项目本身就在其中' });
  if (existsSync(reportsDir) && !statSync(reportsDir).isDirectory())
    throw unfit({ en: 'that is a file', zh: '它是一个文件' });
  try {
    make(join(reportsDir, 'history'));
    for (const folder of [reportsDir, join(reportsDir, 'history')])
      tryWriting(join(folder, `.${process.pid}.try`));
  } catch (error) {
    throw unfit(whyNot(error as NodeJS.ErrnoException));
  }
  const room = roomIn(reportsDir);
  const free = Math.floor(room / 2 ** 20);
  if (room < roomNeeded)
    throw unfit({
      en: `${free} MB are free there, and a run may take 64. Make room, or choose another place`,
      zh: `只剩 ${free} MB，一次运行可能需要 64 MB。请腾出空间，或换一个位置`,
    });
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

const whyNot = (error: NodeJS.ErrnoException): Text =>
  error.code === 'ENOENT'
    ? { en: 'no folder can be made there', zh: '无法在该位置创建文件夹' }
    : (fileTrouble(error) ?? same(error.message));

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
