import type { Emulator } from '../../emulator/server';

/** The variables that name an embedded tenant as a live one. */
export function liveEnvironment(emulator: Emulator): Record<string, string> {
  const { url, app, bareApp, people, deptId, templateName, coverMediaId, expiredToken } = emulator;
  return {
    DINGTALK_TARGET: 'live',
    DINGTALK_OAPI_URL: url,
    DINGTALK_API_URL: url,
    DINGTALK_APP_KEY: app.appKey,
    DINGTALK_APP_SECRET: app.appSecret,
    DINGTALK_OPERATOR_USERID: people.operator,
    DINGTALK_USERID: people.user,
    DINGTALK_DEPT_ID: String(deptId),
    DINGTALK_TEMPLATE_NAME: templateName,
    DINGTALK_COVER_MEDIA_ID: coverMediaId,
    DINGTALK_BARE_APP_KEY: bareApp.appKey,
    DINGTALK_BARE_APP_SECRET: bareApp.appSecret,
    DINGTALK_EXPIRED_TOKEN: expiredToken,
  };
}
