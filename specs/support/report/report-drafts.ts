import type { Encoding } from '../../../client/encode';
import { createReport, getTemplateByName, listTemplatesByUser } from '../../../schemas';
import { aReport, type ReportDraft, type Template } from '../../../fixtures/report/report';
import {
  expectAmong,
  reports,
  theTemplate,
  writtenSince,
  type ListedReport,
  type ReportQuery,
} from './reports';
import type { Look } from '../../../runner/jest/late-looks';
import { api, operator, skip, templateName, user } from '../tenant';

const textField = 1;
const maxTemplates = 10;

/** A report on the run's template with the same text in every field. */
export async function aDraft(text: string, to: readonly string[] = [operator]): Promise<ReportDraft> {
  const template = await theTemplate();
  return aReport(
    { author: user, template, to },
    template.fields.map(() => text),
  );
}

/** Creates a report and returns it as report/list shows it. */
export async function written(draft: ReportDraft, as: Encoding = 'json'): Promise<ListedReport> {
  const since = Date.now();
  const { result: id } = await api.must(createReport, { create_report_param: draft }, { as });
  return expectAmong(() => reportsSince(since), id, 'report/list');
}

/** What lists the reports of the ordinary user on the run's template from `since` (epoch milliseconds) until now. */
export function madeSince(since: number): ReportQuery & { userid: string; template_name: string } {
  return { ...writtenSince(since), userid: user, template_name: templateName };
}

const reportsSince = (since: number): Promise<ListedReport[]> => reports(madeSince(since));

/** Notes that no report may hold a text: the case fails where one does once the cases of the file have ended. */
export function mayNotBeReported(text: string): void {
  const noted = { tag: text, since: Date.now(), allowed: false };
  globalThis.suite.lookLater('that nothing refused was reported', lookForReports, noted);
}

const lookForReports: Look = async (noted) => {
  const since = Math.min(...noted.map((one) => one.since));
  const said = (await reportsSince(since)).flatMap(({ contents }) => contents.map(({ value = '' }) => value));
  const reported = noted.filter(({ tag }) => said.some((one) => one.includes(tag)));
  return new Map(reported.map(({ tag }) => [tag, `It was refused, but reported: ${tag}`]));
};

/** A template with a field that is no text, among the first ten that the user sees; skips the case where there is none. */
export async function aTemplateBeyondText(): Promise<Template> {
  const { result } = await api.must(listTemplatesByUser, { userid: user, offset: 0, size: maxTemplates });
  for (const { name } of result.template_list) {
    const reply = await api.send(getTemplateByName, { userid: user, template_name: name });
    if (!reply.refused && reply.body.result.fields.some(({ type }) => type !== textField))
      return reply.body.result;
  }
  return skip('every one of the first ten templates has text fields only');
}
