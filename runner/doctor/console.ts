const app = 'developer console > the app';
const settings = `${app} > development settings (开发配置)`;

/** Where things stand in DingTalk's consoles (as the notice of 2026-08-28 names the menus). */
export const consoleAt = {
  credentials: `${app} > credentials (凭证与基础信息)`,
  permissions: `${settings} > permissions (权限管理)`,
  contactScope: `${settings} > permissions (权限管理) > contact scope (通讯录权限范围)`,
  addresses: `${settings} > security center (安全中心) > server egress IPs (服务器出口IP)`,
  versions: `${app} > versions (版本管理与发布)`,
  usage: 'developer console > monitoring center (监控中心)',
  corpId: 'the first page of the developer console (CorpId)',
  products: 'admin console > workbench (工作台)',
} as const;

/** What follows after a permission or a scope was granted. */
export const publishing = `then publish a new version of the app (${consoleAt.versions}) and fetch a new token: one that was given before may go without it until it ends, two hours at most`;
