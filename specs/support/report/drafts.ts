import type { SaveReportContentRequest } from '../../../schemas/types';
import { aReport } from '../../../fixtures/report/report';
import { untilClockShows } from '../eventually';
import { reports, summaries, theTemplate, writtenSince } from './reports';
import { idTime } from './templates';
import { aTag, user } from '../tenant';

export type Draft = SaveReportContentRequest['create_report_param'];

const skewMs = 120_000;

/** A draft by the user on the run's template, to be saved, and the tag that stands in its first field. */
export async function aSavedDraft(text: string): Promise<{ draft: Draft; tag: string }> {
  const [template, tag] = [await theTemplate(), aTag()];
  const texts = template.fields.map((_, index) => (index === 0 ? `${text} ${tag}` : '无'));
  const { contents, template_id, dd_from, userid } = aReport({ author: user, template, to: [] }, texts);
  return { draft: { contents, template_id, dd_from, userid }, tag };
}

/** Expects the id of a draft to be 32 lowercase hex characters that begin with the time at which it was saved. */
export function expectFreshId(id: string): void {
  const age = Math.abs(Date.now() - idTime(id));
  expect({ id, format: /^[0-9a-f]{32}$/.test(id), 'of this minute': age < skewMs }).toEqual({
    id,
    format: true,
    'of this minute': true,
  });
}

/** Expects a draft to have an id, whatever it looks like. */
export function expectId(id: string): void {
  expect({ id: id.trim() === '' ? 'blank' : 'there' }).toEqual({ id: 'there' });
}

/** Expects no report to have come of a draft, neither under its id nor with its text; lists lag, so it looks a second later. */
export async function expectNotReported({
  id,
  tag,
  since,
}: {
  id: string;
  tag: string;
  since: number;
}): Promise<void> {
  await untilClockShows(Date.now() + 1000, 'a list that lags');
  const query = { userid: user, ...writtenSince(since) };
  const written = await reports(query);
  const summed = (await summaries(query)).filter(({ report_id }) => report_id === id);
  const ours = written.filter(
    ({ report_id, contents }) => report_id === id || contents.some(({ value = '' }) => value.includes(tag)),
  );
  expect({ draft: id, reports: ours, summaries: summed }).toEqual({ draft: id, reports: [], summaries: [] });
}
