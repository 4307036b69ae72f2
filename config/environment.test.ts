import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './environment';

const variable = 'DINGTALK_TEMPLATE_NAME';

describe('environment', () => {
  const { [variable]: before } = process.env;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'environment-'));
    Reflect.deleteProperty(process.env, variable);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
    Reflect.deleteProperty(process.env, variable);
    Object.assign(process.env, before === undefined ? {} : { [variable]: before });
  });

  it('reads .env of the project and says nothing', () => {
    const said = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')];
    writeFileSync(join(folder, '.env'), `${variable}="日报 # 1"\n`);

    expect(environment(folder)).toMatchObject({ [variable]: '日报 # 1' });
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('lets what is already set win', () => {
    process.env[variable] = '周报';
    writeFileSync(join(folder, '.env'), `${variable}=日报\n`);

    expect(environment(folder)).toMatchObject({ [variable]: '周报' });
  });

  it('reads a .env that PowerShell wrote', () => {
    writeFileSync(join(folder, '.env'), Buffer.from(`\ufeff${variable}=日报\r\n`, 'utf16le'));

    expect(environment(folder)).toMatchObject({ [variable]: '日报' });
  });

  it('does not go on without a .env that cannot be read', () => {
    mkdirSync(join(folder, '.env'));

    expect(() => environment(folder)).toThrow(
      /\.env cannot be read: it is a folder, and a file is needed\.$/,
    );
  });

  it('needs no .env', () => {
    process.env[variable] = '周报';

    expect(environment(folder)).toMatchObject({ [variable]: '周报' });
  });
});
