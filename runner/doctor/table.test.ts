import { startEmulator } from '../../emulator/server';
import { runCommand } from '../testing/run-command';
import { useTenant } from '../testing/use-tenant';
import { diagnose } from './diagnose';
import { diagnosisText } from './table';

describe('What the doctor prints', () => {
  const tenant = useTenant();
  const withDepartment = { DINGTALK_DEPT_ID: '421100045' };

  it('says how much could not be told where nothing has to be mended', async () => {
    const found = await diagnose(await tenant([], withDepartment));

    expect(diagnosisText(found, 'en')).toContain(
      '\nNothing to mend; 1 point could not be told, marked [?].\n',
    );
    expect(diagnosisText(found, 'zh')).toContain('\n没有要处理的；有 1 处无法判断，已标 [?]。\n');
  });

  it('says that all is well where it is', async () => {
    const found = await diagnose(await tenant([], { DINGTALK_DEPT_ID: '' }));

    expect(diagnosisText(found, 'zh')).toContain('\n一切正常。\n');
  });

  it('does not take a permission for what was found of a person', async () => {
    const found = await diagnose(await tenant(), { isBrief: true });

    expect(diagnosisText(found, 'zh')).toMatch(
      /\[\?\] +普通员工 +本次简查没有核对此人；完整核对请运行 `npm run doctor`\n/,
    );
  });
});

describe('The embedded tenant on a port that is in use', () => {
  it('names the variable that moves it', async () => {
    const other = await startEmulator();
    const env = { PORT: new URL(other.url).port, SUITE_LANG: 'zh' };

    const { status, error } = await runCommand('runner/commands/emulator.ts', [], { env });
    await other.close();

    expect(status).toBe(2);
    expect(error).toContain('端口已被占用；可用 PORT=7002 换端口。');
  });
});
