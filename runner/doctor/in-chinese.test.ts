import { told } from '../../config/language';
import type { Layer } from '../../emulator/call';
import { answering, showing, wrapped } from '../testing/answering';
import { englishIn } from '../testing/english';
import { useTenant } from '../testing/use-tenant';
import { diagnose } from './diagnose';
import { outcomeText } from './outcome';
import { diagnosisText } from './table';

const refusing = (paths: RegExp, code: string): Layer => answering(paths, wrapped(code));

describe('The doctor in Chinese', () => {
  const tenant = useTenant();

  it.each<[what: string, layers: Layer[], env: Record<string, string>]>([
    ['a tenant that is well', [], {}],
    [
      'people and a template that are nobody',
      [],
      { DINGTALK_OPERATOR_USERID: 'x', DINGTALK_TEMPLATE_NAME: 'x' },
    ],
    ['a secret that is wrong', [], { DINGTALK_APP_SECRET: 'wrong' }],
    ['missing permissions', [refusing(/report|blackboard/, '60011')], {}],
    ['a second app that is let in nowhere', [], { DINGTALK_UNPRIVILEGED_APP_SECRET: 'wrong' }],
    ['an address that is turned away', [refusing(/topapi/, '60020')], {}],
    ['a quota that is used up', [refusing(/topapi/, '90020')], {}],
    ['a narrow contact scope', [refusing(/category|topten/, '50002')], {}],
    ['a token that is refused', [refusing(/topapi/, '40014')], {}],
    ['a gateway that is none', [showing(/oauth2/, '<title>登录</title>')], {}],
  ])('has no English sentence on %s', async (_, layers, env) => {
    const found = await diagnose(await tenant(layers, env));

    expect(englishIn(diagnosisText(found, 'zh'))).toEqual([]);
    expect(told(found, 'en')).not.toEqual(told(found, 'zh'));
  });

  it.each([
    ['no answer: the host name is unknown', '没有响应，主机名不存在'],
    ['no answer: no answer within 500 ms', '没有响应，已等待 500 毫秒'],
    ['no answer: the answer is not HTTP (Parse Error)', '没有响应，响应不是 HTTP（Parse Error）'],
    ['no answer: getaddrinfo EMFILE', '没有响应，getaddrinfo EMFILE'],
    ['broken: errcode is missing', '响应不符合文档：errcode is missing'],
    ['refused 88/60011', '被拒绝 88/60011'],
    ['ok', 'ok'],
  ])('tells the end of a call, %s, as %s', (en, zh) => {
    expect(outcomeText(en)).toEqual({ en, zh });
  });
});
