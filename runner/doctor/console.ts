import { joined, type Text } from '../../config/language';

const beyond = { en: ' > ', zh: ' > ' };
const app: Text = { en: 'developer console > the app', zh: '开发者后台 > 该应用' };
const settings = joined([app, { en: 'development settings (开发配置)', zh: '开发配置' }], beyond);
const permissions = joined([settings, { en: 'permissions (权限管理)', zh: '权限管理' }], beyond);

/** Where things stand in DingTalk's consoles (as the notice of 2026-08-28 names the menus). */
export const consoleAt = {
  credentials: joined([app, { en: 'credentials (凭证与基础信息)', zh: '凭证与基础信息' }], beyond),
  permissions,
  contactScope: joined([permissions, { en: 'contact scope (通讯录权限范围)', zh: '通讯录权限范围' }], beyond),
  addresses: joined(
    [
      settings,
      {
        en: 'security center (安全中心) > server egress IPs (服务器出口IP)',
        zh: '安全中心 > 服务器出口IP',
      },
    ],
    beyond,
  ),
  versions: joined([app, { en: 'versions (版本管理与发布)', zh: '版本管理与发布' }], beyond),
  usage: { en: 'developer console > monitoring center (监控中心)', zh: '开发者后台 > 监控中心' },
  corpId: { en: 'the first page of the developer console (CorpId)', zh: '开发者后台首页的 CorpId' },
  userids: {
    en: 'admin console > contacts > the person > employee UserID',
    zh: '管理后台 > 通讯录 > 员工 > 员工UserID',
  },
  products: { en: 'admin console > workbench (工作台)', zh: '管理后台 > 工作台' },
} as const satisfies Record<string, Text>;

/** What follows after a permission or a scope was granted. */
export const publishing: Text = {
  en: `then publish a new version of the app (${consoleAt.versions.en}) and fetch a new token: one that was given before may go without it until it ends, two hours at most`,
  zh: `然后发布应用的新版本（${consoleAt.versions.zh}），并重新获取 token：之前拿到的 token 可能一直没有新权限，直到过期（最多两小时）`,
};
