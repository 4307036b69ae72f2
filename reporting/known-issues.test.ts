import type { KnownIssue } from '../config/known-issues';
import { causesOf } from './causes';
import { judgedIssues, redIn, withKnownIssues } from './known-issues';
import { newsOf, type Before, type OpenFailure } from './news';
import type { Case } from './records/cases';
import { aCase } from './testing/sample';

const tonight = '2026-08-14T12:00:00.000Z';
const passed = aCase();
const failed = aCase({ status: 'failed', messages: ['POST /topapi/blackboard/create broke its contract'] });
const [cause] = causesOf([failed]);
const { id = '' } = cause ?? {};
const { title, file } = failed;

const ofCause: KnownIssue = { cause: id, reason: 'ticket 7' };
const ofCase: KnownIssue = { case: title, reason: 'ticket 8' };

const open = (overrides: Partial<OpenFailure> = {}): OpenFailure => ({
  title,
  file,
  class: 'product',
  cause: id,
  since: '2026-08-10T12:00:00.000Z',
  seen: '2026-08-13T12:00:00.000Z',
  ...overrides,
});

/** What becomes of an issue on a night with these cases, after nights that left `before` open. */
function stateOf(issue: KnownIssue, cases: readonly Case[], before: readonly OpenFailure[] = []): string {
  const earlier: Before = { startedAt: '2026-08-13T12:00:00.000Z', open: before };
  const news = newsOf(cases, tonight, earlier, causesOf(cases));
  return judgedIssues([issue], cases, tonight, news, earlier)[0]?.state ?? 'none';
}

describe('A known issue', () => {
  it.each([
    { when: 'its cause failed', issue: ofCause, cases: [failed], want: 'failing' },
    { when: 'its case failed', issue: ofCase, cases: [failed], want: 'failing' },
    { when: 'its case passed', issue: ofCase, cases: [passed], want: 'fixed' },
    { when: 'its case was skipped', issue: ofCase, cases: [aCase({ status: 'skipped' })], want: 'not run' },
    { when: 'its case is not there', issue: ofCase, cases: [], want: 'not run' },
    { when: 'its cause was never seen', issue: ofCause, cases: [passed], want: 'not run' },
    {
      when: 'it was to be over today',
      issue: { ...ofCase, expires: '2026-08-14' },
      cases: [failed],
      want: 'failing',
    },
    {
      when: 'it was to be over yesterday',
      issue: { ...ofCause, expires: '2026-08-13' },
      cases: [failed],
      want: 'expired',
    },
    {
      when: 'it was to be over and did not run',
      issue: { ...ofCause, expires: '2026-08-13' },
      cases: [],
      want: 'not run',
    },
  ])('is $want when $when', ({ issue, cases, want }) => {
    expect(stateOf(issue, cases)).toBe(want);
  });

  it.each([
    { when: 'the last case of its cause passed', cases: [passed], before: [open()], want: 'fixed' },
    { when: 'none of its cause ran', cases: [], before: [open()], want: 'not run' },
    {
      when: 'another case of its cause was not run',
      cases: [passed],
      before: [open(), open({ file: 'specs/b.spec.ts' })],
      want: 'not run',
    },
  ])('is $want when $when', ({ cases, before, want }) => {
    expect(stateOf(ofCause, cases, before)).toBe(want);
  });

  it('makes a run red where it is fixed or has expired', () => {
    const said = (['failing', 'fixed', 'expired', 'not run'] as const).flatMap((state) =>
      redIn({ ...ofCause, expires: '2026-08-13', state }),
    );

    expect(said).toEqual([
      `the known issue of cause ${id} is fixed, take it out of the known issues: ticket 7`,
      `the known issue of cause ${id} has expired on 2026-08-13, and it still fails: ticket 7`,
    ]);
  });
});

describe('A case that fails over a known issue', () => {
  const known = (cases: readonly Case[], ...issues: KnownIssue[]): unknown[] =>
    withKnownIssues(cases, issues, tonight).map(({ knownIssue }) => knownIssue?.reason);

  it('is told as such, and so is one that it blocks', () => {
    const waiting = aCase({ title: 'waits', status: 'failed', blocked: true, blockedBy: title });

    expect(known([failed, waiting, passed], ofCase)).toEqual(['ticket 8', 'ticket 8', undefined]);
    expect(known([failed, waiting], ofCause)).toEqual(['ticket 7', 'ticket 7']);
  });

  it('is not known any more once that has expired', () => {
    expect(known([failed], { ...ofCase, expires: '2026-08-13' })).toEqual([undefined]);
  });

  it('makes its cause known only where all cases of that are', () => {
    const other = { ...failed, title: 'another' };
    const causes = (...issues: KnownIssue[]): unknown[] =>
      causesOf(withKnownIssues([failed, other], issues, tonight)).map((each) => each.knownIssue);

    expect(causes(ofCase)).toEqual([undefined]);
    expect(causes({ ...ofCause, owner: '王主管', expires: '2026-12-24' })).toEqual([
      { reason: 'ticket 7', owner: '王主管', expires: '2026-12-24' },
    ]);
  });
});
