import type { Language } from './language';

/** What a tenant lets the app do with one endpoint; in English where it is recorded. */
export interface Capability<Words = string> {
  readonly endpoint: string;
  readonly title: string;
  readonly status: 'granted' | 'refused' | 'unknown';
  /** Whether a run is poorer without it: neither archived, nor of a product that has to be opened apart, nor served by another endpoint. */
  readonly needed: boolean;
  /** Any one of these opens it. */
  readonly scopes: readonly string[];
  /** Of a refusal: `errcode` or `code`, and `sub_code` where it is wrapped in 88. */
  readonly code?: string;
  readonly subCode?: string;
  /** Where the scope is applied for. */
  readonly link?: string;
  /** Why it is not known, or what else there is to say. */
  readonly note?: Words;
  /** The same in Chinese where it is recorded. */
  readonly noteZh?: string;
}

/** What was found before a run of the endpoints that it is going to call. */
export interface Capabilities<Words = string> {
  /** When most of it was asked, ISO 8601, UTC: an answer is good for a day. */
  readonly askedAt: string;
  readonly endpoints: readonly Capability<Words>[];
  /** What is wrong with the people or the template that the configuration names. */
  readonly problems?: readonly TenantProblem<Words>[];
  /** How many counted calls the run planned for asking; what was asked earlier in the day cost it none. */
  readonly planned?: number;
}

/** Somebody or something that a run needs, by userid or name, and what is wrong with it, in words. */
export interface TenantProblem<Words = string> {
  readonly subject: string;
  readonly text: Words;
  /** The same in Chinese where it is recorded. */
  readonly textZh?: string;
}

/** What was recorded, in the language of a reader; in English where nothing else was. */
export const recorded = <Words extends string | undefined>(
  english: Words,
  chinese: string | undefined,
  language: Language,
): Words | string => (language === 'zh' ? (chinese ?? english) : english);

/** The endpoints of a run that a tenant refuses although it should grant them. */
export function missingIn(capabilities: Capabilities | undefined): Capability[] {
  return capabilities?.endpoints.filter(({ status, needed }) => status === 'refused' && needed) ?? [];
}
