import type { Endpoint } from './endpoint';

/** A product of DingTalk as its console calls it, and what is tested of it. */
export interface Product {
  readonly name: string;
  readonly says: { readonly en: string; readonly zh: string };
}

/** By the first part of the ids of its endpoints. */
export const products: Readonly<Record<string, Product>> = {
  token: { name: '应用凭证', says: { en: 'tokens of an internal app', zh: '企业内部应用的 token' } },
  blackboard: { name: '公告', says: { en: 'announcements', zh: '公告' } },
  report: {
    name: '日志',
    says: { en: 'reports, their templates and what is said of them', zh: '日志、日志模板和评论' },
  },
  hrm: {
    name: '智能人事',
    says: { en: 'employees who join, work and have left', zh: '待入职、在职和离职员工' },
  },
  checkin: { name: '签到', says: { en: 'check-ins', zh: '签到记录' } },
  ai: {
    name: 'AI',
    says: {
      en: 'translation, and recognition of text and speech',
      zh: '翻译、文字识别和语音识别',
    },
  },
};

/** Whose endpoint it is, as `products` names it. */
export const productOf = ({ id }: Pick<Endpoint, 'id'>): string => id.split('/')[0] ?? '';
