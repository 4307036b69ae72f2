// Generated from the endpoint files by `npm run schemas`. Do not edit.

import type { Endpoint } from './endpoint';
import { endpoint } from './load';
import type * as types from './types';
import recognizeSpeechFile from './ai/asr.json';
import recognizeTextFile from './ai/ocr.json';
import translateTextFile from './ai/translate.json';
import listCategoriesFile from './blackboard/category-list.json';
import createAnnouncementFile from './blackboard/create.json';
import deleteAnnouncementFile from './blackboard/delete.json';
import getAnnouncementFile from './blackboard/get.json';
import getBlackboardFile from './blackboard/get-blackboard.json';
import listAnnouncementIdsFile from './blackboard/listids.json';
import listTopTenFile from './blackboard/listtopten.json';
import updateAnnouncementFile from './blackboard/update.json';
import getDepartmentCheckinsFile from './checkin/record.json';
import getCheckinRecordsFile from './checkin/record-get.json';
import listDismissedEmployeesFile from './hrm/dismissions.json';
import listOnJobEmployeesFile from './hrm/queryonjob.json';
import listPreEntryEmployeesFile from './hrm/querypreentry.json';
import listCommentsFile from './report/comment-list.json';
import createReportFile from './report/create.json';
import getUnreadCountFile from './report/getunreadcount.json';
import listReportsFile from './report/list.json';
import listReceiversFile from './report/receiver-list.json';
import saveReportContentFile from './report/savecontent.json';
import listReportSummariesFile from './report/simplelist.json';
import getReportStatisticsFile from './report/statistics.json';
import listReportPeopleFile from './report/statistics-listbytype.json';
import getTemplateByNameFile from './report/template-getbyname.json';
import listTemplatesByUserFile from './report/template-listbyuserid.json';
import getAccessTokenFile from './token/access-token.json';
import getTokenFile from './token/get.json';

/** ASR 一句话语音识别 — Recognise one sentence of speech: `POST /topapi/asr/voice/translate`. @see https://open.dingtalk.com/document/development/asr-short-sentence-recognition */
export const recognizeSpeech = endpoint<types.RecognizeSpeechRequest, types.RecognizeSpeechResponse>(recognizeSpeechFile);

/** OCR文字识别 — Recognise text in a picture: `POST /topapi/ocr/structured/recognize`. @see https://open.dingtalk.com/document/development/structured-image-recognition-api */
export const recognizeText = endpoint<types.RecognizeTextRequest, types.RecognizeTextResponse>(recognizeTextFile);

/** 钉钉文本翻译 — Translate text: `POST /topapi/ai/mt/translate`. @see https://open.dingtalk.com/document/development/dingtalk-translation */
export const translateText = endpoint<types.TranslateTextRequest, types.TranslateTextResponse>(translateTextFile);

/** 获取公告分类列表 — List announcement categories: `POST /topapi/blackboard/category/list`. @see https://open.dingtalk.com/document/development/obtains-the-list-of-categories-not-deleted-for-enterprise-announcements */
export const listCategories = endpoint<types.ListCategoriesRequest, types.ListCategoriesResponse>(listCategoriesFile);

/** 创建公告 — Create an announcement: `POST /topapi/blackboard/create`. @see https://open.dingtalk.com/document/development/create-an-enterprise-announcement */
export const createAnnouncement = endpoint<types.CreateAnnouncementRequest, types.CreateAnnouncementResponse>(createAnnouncementFile);

/** 删除公告 — Delete an announcement: `POST /topapi/blackboard/delete`. @see https://open.dingtalk.com/document/development/delete-announcements-based-on-the-announcement-id */
export const deleteAnnouncement = endpoint<types.DeleteAnnouncementRequest, types.DeleteAnnouncementResponse>(deleteAnnouncementFile);

/** 获取公告详情 — Get an announcement: `POST /topapi/blackboard/get`. @see https://open.dingtalk.com/document/development/obtains-the-details-of-a-bulletin-that-is-not-deleted */
export const getAnnouncement = endpoint<types.GetAnnouncementRequest, types.GetAnnouncementResponse>(getAnnouncementFile);

/** 获取公告详情 — Get an announcement (v1.0): `GET /v1.0/blackboard/get_blackboard`. @see https://open.dingtalk.com/document/development/obtains-the-details-get-blackboard */
export const getBlackboard = endpoint<types.GetBlackboardRequest, types.GetBlackboardResponse>(getBlackboardFile);

/** 获取公告ID列表 — List announcement ids: `POST /topapi/blackboard/listids`. @see https://open.dingtalk.com/document/development/obtains-the-id-list-of-announcements-that-are-not-deleted */
export const listAnnouncementIds = endpoint<types.ListAnnouncementIdsRequest, types.ListAnnouncementIdsResponse>(listAnnouncementIdsFile);

/** 获取用户可查看的公告 — List the announcements a user may see: `POST /topapi/blackboard/listtopten`. @see https://open.dingtalk.com/document/development/list-the-user-s-announcement-list */
export const listTopTen = endpoint<types.ListTopTenRequest, types.ListTopTenResponse>(listTopTenFile);

/** 更新公告 — Update an announcement: `POST /topapi/blackboard/update`. @see https://open.dingtalk.com/document/development/modify-the-announcement-according-to-the-announcement-id */
export const updateAnnouncement = endpoint<types.UpdateAnnouncementRequest, types.UpdateAnnouncementResponse>(updateAnnouncementFile);

/** 获取部门用户签到记录 — Get the check-in records of a department: `GET /checkin/record`. @see https://open.dingtalk.com/document/development/get-check-in-data */
export const getDepartmentCheckins = endpoint<types.GetDepartmentCheckinsRequest, types.GetDepartmentCheckinsResponse>(getDepartmentCheckinsFile);

/** 获取用户签到记录 — Get the check-in records of users: `POST /topapi/checkin/record/get`. @see https://open.dingtalk.com/document/development/obtain-the-check-in-records-of-multiple-users */
export const getCheckinRecords = endpoint<types.GetCheckinRecordsRequest, types.GetCheckinRecordsResponse>(getCheckinRecordsFile);

/** 获取离职员工列表 — List employees who left: `GET /v1.0/hrm/employees/dismissions`. @see https://open.dingtalk.com/document/development/obtain-the-list-of-employees-who-have-left */
export const listDismissedEmployees = endpoint<types.ListDismissedEmployeesRequest, types.ListDismissedEmployeesResponse>(listDismissedEmployeesFile);

/** 获取在职员工列表 — List employees in service: `POST /topapi/smartwork/hrm/employee/queryonjob`. @see https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-on-the-job-employees-of-the */
export const listOnJobEmployees = endpoint<types.ListOnJobEmployeesRequest, types.ListOnJobEmployeesResponse>(listOnJobEmployeesFile);

/** 获取待入职员工列表 — List employees about to join: `POST /topapi/smartwork/hrm/employee/querypreentry`. @see https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-employees-to-be-hired */
export const listPreEntryEmployees = endpoint<types.ListPreEntryEmployeesRequest, types.ListPreEntryEmployeesResponse>(listPreEntryEmployeesFile);

/** 获取日志评论详情 — List comments of a report: `POST /topapi/report/comment/list`. @see https://open.dingtalk.com/document/development/queries-log-comment-details */
export const listComments = endpoint<types.ListCommentsRequest, types.ListCommentsResponse>(listCommentsFile);

/** 创建日志 — Create a report: `POST /topapi/report/create`. @see https://open.dingtalk.com/document/development/create-a-log */
export const createReport = endpoint<types.CreateReportRequest, types.CreateReportResponse>(createReportFile);

/** 获取用户日志未读数 — Get a user's unread report count: `POST /topapi/report/getunreadcount`. @see https://open.dingtalk.com/document/development/querying-the-employee-s-log-is-not-reading */
export const getUnreadCount = endpoint<types.GetUnreadCountRequest, types.GetUnreadCountResponse>(getUnreadCountFile);

/** 获取用户发出的日志列表 — List reports sent by users: `POST /topapi/report/list`. @see https://open.dingtalk.com/document/development/query-logs-sent-by-an-employee */
export const listReports = endpoint<types.ListReportsRequest, types.ListReportsResponse>(listReportsFile);

/** 获取日志接收人员列表 — List receivers of a report: `POST /topapi/report/receiver/list`. @see https://open.dingtalk.com/document/development/queries-log-sharing-personnel */
export const listReceivers = endpoint<types.ListReceiversRequest, types.ListReceiversResponse>(listReceiversFile);

/** 保存日志内容 — Save report content as a draft: `POST /topapi/report/savecontent`. @see https://open.dingtalk.com/document/development/save-custom-log-content */
export const saveReportContent = endpoint<types.SaveReportContentRequest, types.SaveReportContentResponse>(saveReportContentFile);

/** 获取用户发送日志的概要信息 — List report summaries: `POST /topapi/report/simplelist`. @see https://open.dingtalk.com/document/development/view-log-summary-data */
export const listReportSummaries = endpoint<types.ListReportSummariesRequest, types.ListReportSummariesResponse>(listReportSummariesFile);

/** 获取日志统计数据 — Get statistics of one report: `POST /topapi/report/statistics`. @see https://open.dingtalk.com/document/development/query-log-statistics */
export const getReportStatistics = endpoint<types.GetReportStatisticsRequest, types.GetReportStatisticsResponse>(getReportStatisticsFile);

/** 获取日志相关人员列表 — List people related to a report: `POST /topapi/report/statistics/listbytype`. @see https://open.dingtalk.com/document/development/obtains-a-list-of-log-related-personnel-by-type */
export const listReportPeople = endpoint<types.ListReportPeopleRequest, types.ListReportPeopleResponse>(listReportPeopleFile);

/** 获取模板详情 — Get a report template by name: `POST /topapi/report/template/getbyname`. @see https://open.dingtalk.com/document/development/query-template-details */
export const getTemplateByName = endpoint<types.GetTemplateByNameRequest, types.GetTemplateByNameResponse>(getTemplateByNameFile);

/** 获取用户可见的日志模板 — List report templates visible to a user: `POST /topapi/report/template/listbyuserid`. @see https://open.dingtalk.com/document/development/obtains-the-list-of-visible-log-templates-based-on-the */
export const listTemplatesByUser = endpoint<types.ListTemplatesByUserRequest, types.ListTemplatesByUserResponse>(listTemplatesByUserFile);

/** 获取企业内部应用的accessToken — Get the access token of an internal app (v1.0): `POST /v1.0/oauth2/accessToken`. @see https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
export const getAccessToken = endpoint<types.GetAccessTokenRequest, types.GetAccessTokenResponse>(getAccessTokenFile);

/** 获取企业内部应用的access_token — Get the access token of an internal app: `GET /gettoken`. @see https://open.dingtalk.com/document/development/obtain-orgapp-token */
export const getToken = endpoint<types.GetTokenRequest, types.GetTokenResponse>(getTokenFile);

/** Every endpoint, in the order of their ids. */
export const endpoints: readonly Endpoint[] = [
  recognizeSpeech,
  recognizeText,
  translateText,
  listCategories,
  createAnnouncement,
  deleteAnnouncement,
  getAnnouncement,
  getBlackboard,
  listAnnouncementIds,
  listTopTen,
  updateAnnouncement,
  getDepartmentCheckins,
  getCheckinRecords,
  listDismissedEmployees,
  listOnJobEmployees,
  listPreEntryEmployees,
  listComments,
  createReport,
  getUnreadCount,
  listReports,
  listReceivers,
  saveReportContent,
  listReportSummaries,
  getReportStatistics,
  listReportPeople,
  getTemplateByName,
  listTemplatesByUser,
  getAccessToken,
  getToken,
];
