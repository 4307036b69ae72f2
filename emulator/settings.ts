import type { Emulator } from './server';

/** The variables that name an embedded tenant to a client, whatever that makes of them. */
export function settingsOf(emulator: Omit<Emulator, 'tenant' | 'close'>): Record<string, string> {
  const { url, app, unprivilegedApp, people, deptId, templateName, coverMediaId, expiredToken } = emulator;
  return {
    DINGTALK_OAPI_URL: url,
    DINGTALK_API_URL: url,
    DINGTALK_APP_KEY: app.appKey,
    DINGTALK_APP_SECRET: app.appSecret,
    DINGTALK_OPERATOR_USERID: people.operator,
    DINGTALK_USERID: people.user,
    DINGTALK_DEPT_ID: String(deptId),
    DINGTALK_TEMPLATE_NAME: templateName,
    DINGTALK_COVER_MEDIA_ID: coverMediaId,
    DINGTALK_UNPRIVILEGED_APP_KEY: unprivilegedApp.appKey,
    DINGTALK_UNPRIVILEGED_APP_SECRET: unprivilegedApp.appSecret,
    DINGTALK_EXPIRED_TOKEN: expiredToken,
  };
}
