// Generated from the endpoint files by `npm run schemas`. Do not edit.

import type { Endpoint } from './endpoint';
import { endpoint } from './load';
import type * as types from './types';
import createAnnouncementFile from './blackboard/create.json';

/** 创建公告 — Create an announcement: `POST /topapi/blackboard/create`. @see https://open.dingtalk.com/document/development/create-an-enterprise-announcement */
export const createAnnouncement = endpoint<types.CreateAnnouncementRequest, types.CreateAnnouncementResponse>(createAnnouncementFile);

/** Every endpoint, in the order of their ids. */
export const endpoints: readonly Endpoint[] = [
  createAnnouncement,
];
