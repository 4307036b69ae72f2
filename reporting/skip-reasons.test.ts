import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../config/root';
import { skipReason } from './skip-reasons';

const skips = /\bskip\(\s*(['"`])((?:(?!\1).)*)\1/g;

/** Every reason for a skip that stands in the files of the specs, with X for what is put into it. */
function writtenReasons(): string[] {
  const folder = join(root, 'specs', 'support');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(skips)].map(([, , text = '']) => text),
  );
  return texts.map((text) => text.replaceAll(/\$\{[^}]*20\}/g, '20').replaceAll(/\$\{[^}]*\}/g, 'X'));
}

// The key stands in the message of a failure.
const addTo = 'add a row with the Chinese to `reasons` in reporting/skip-reasons.ts for';

describe('skipReason', () => {
  it('has Chinese for every reason that the specs give', () => {
    const texts = writtenReasons();

    const lacking = texts.filter((text) => !/[\u4e00-\u9fff]/.test(skipReason(text, 'zh')));

    expect(texts.length).toBeGreaterThan(30);
    expect({ [addTo]: lacking }).toEqual({ [addTo]: [] });
  });

  it.each([
    [
      'the tenant refuses hrm/queryonjob (获取在职员工列表): code 88, sub_code 60011, scope qyapi_hrm_read_user; apply for it at https://a.cn/x',
      '租户没有开通 hrm/queryonjob（获取在职员工列表）：错误码 88, sub_code 60011, 权限点 qyapi_hrm_read_user；申请地址 https://a.cn/x',
    ],
    [
      'the tenant refuses token/get (获取企业内部应用的access_token): code 60011; token/access-token does the same and is granted',
      '租户没有开通 token/get（获取企业内部应用的access_token）：错误码 60011；token/access-token 功能相同，且已开通',
    ],
    ['SUITE_READ_ONLY is set: this run writes nothing', '设置了 SUITE_READ_ONLY：本次运行不写数据'],
    ['something else', 'something else'],
  ])('says %s as %s', (recorded, chinese) => {
    expect(skipReason(recorded, 'zh')).toBe(chinese);
    expect(skipReason(recorded, 'en')).toBe(recorded);
  });
});
