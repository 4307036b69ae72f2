import { told, type Told } from '../../config/language';
import type { Layer, Reply } from '../../emulator/call';
import type { Check } from '../doctor/check';
import type { Diagnosis } from '../doctor/diagnose';

const request_id = 'abcdefghijkl';
const requestid = '15DA6B25-8B11-7E0F-8D5C-6F2B7C1D0E3A';
const json = { 'content-type': 'application/json;charset=UTF-8' };

/** An answer of JSON, with 200 where nothing else is said. */
export const answered = (body: object, status = 200): Reply => ({ status, headers: json, body });

/** A refusal by oapi: by its service or, with `88` outside, by its gateway. */
export const bare = (errcode: number, errmsg = '拒绝'): object => ({ errcode, errmsg, request_id });
export const wrapped = (sub_code: string, sub_msg = '拒绝'): object => ({
  ...{ errcode: 88, sub_code, sub_msg, request_id },
});

/** A refusal by v1.0. */
export const ofV1 = (code: string, message = '拒绝'): object => ({ code, message, requestid });

export const noPermission = 'Forbidden.AccessDenied.AccessTokenPermissionDenied';
export const wrongAddress = 'Forbidden.AccessDenied.IpNotInWhiteList';

/** Answers the endpoints whose id or path matches, whatever they are asked. */
export const answering =
  (which: RegExp, body: object, status = 200): Layer =>
  ({ id, path }, call, next) =>
    which.test(id) || which.test(path) ? answered(body, status) : next(call);

/** Answers them with a page, as what stands before a gateway does. */
export const showing =
  (which: RegExp, page: string, status = 200): Layer =>
  ({ id, path }, call, next) =>
    which.test(id) || which.test(path)
      ? { status, headers: { 'content-type': 'text/html' }, body: page }
      : next(call);

/** What the doctor found of one thing, in English. */
export const checkOf = ({ checks }: Pick<Diagnosis, 'checks'>, name: string): Told<Check> | undefined =>
  told(checks, 'en').find((each) => each.name === name);
