import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import { keepLostMessage } from '../../reporting/finish';
import { pageData } from '../../reporting/pages/page-data';
import { pageDataIn, startPage } from '../../reporting/pages/start-page';
import { aSummary } from '../../reporting/testing/sample';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import type { Summary } from '../../reporting/summary';
import { liveEnvironment } from '../../runner/session/live-environment';
import { startPlayedNight, type PlayedNight } from './played-night';
import { root } from '../../config/root';
import { run, script, type Ended } from '../program';

describe('A night that cannot start', () => {
  const reportsDir = temporaryFolder();
  let played: PlayedNight;
  let ended: Ended;
  beforeAll(async () => {
    played = await startPlayedNight();
    const wrong = { DINGTALK_APP_SECRET: 'not-the-secret-of-this-app' };
    ended = await night({ ...liveEnvironment(played.emulator), ...played.robot, ...wrong });
  }, 120_000);
  afterAll(() => played.close());

  function night(variables: Record<string, string>): Promise<Ended> {
    return run(script('night'), {
      folder: root,
      env: { ...variables, REPORTS_DIR: reportsDir },
      seconds: 110,
    });
  }

  it('ends with 2 after the doctor, and runs nothing', () => {
    expect(ended.status).toBe(2);
    expect(ended.out).toMatch(/== doctor[^]*exit status 2/);
    expect(ended.out).not.toContain('== test');
  });

  it('leaves its reports', () => {
    const summary = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;

    expect(summary).toMatchObject({ verdict: 'not started', exitStatus: 2, target: 'live' });
    expect(readFileSync(join(reportsDir, 'index.html'), 'utf8')).toContain('The doctor says');
  });

  it('tells the chat, once', () => {
    expect(played.messages()).toEqual(['DingTalk API suite: not started']);
  });

  it('prints no secret', () => {
    expect(ended.out).not.toMatch(/not-the-secret|played-robot-token|SECdeadbeef/);
  });
});

describe('A message that was lost', () => {
  const reportsDir = temporaryFolder();

  it('stands in the reports, and nothing else in them changes', () => {
    const page = join(reportsDir, 'index.html');
    writeFileSync(page, startPage(pageData(aSummary(), [])));
    keepLostMessage(reportsDir, aSummary(), 'the robot refused: 7', new Redactor());
    const kept = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;

    expect(kept).toEqual({ ...aSummary(), lostMessage: 'the robot refused: 7' });
    expect(pageDataIn(readFileSync(page, 'utf8'))).toEqual(pageData(kept, []));
  });
});
