import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { keyOf, plannedCases } from '../planning/costs';
import { forecast, readCosts } from '../planning/forecast';

/** The cases that a run takes: a file with their keys, and the spec files that they stand in. */
export interface Selection {
  readonly file: string;
  readonly specs: readonly string[];
}

/**
 * Chooses the cases of a run; undefined where the run takes them all. The forecast of a live run is printed before anything is sent.
 * @throws an Error when the forecast is over budget.
 */
export function select(config: Config, say: (text: string) => void): Selection | undefined {
  const { cases, counted, text } = forecast(config, plannedCases(readCosts(), config.stories.count));
  if (config.target === 'live') say(text);
  if (counted > config.budget) {
    throw new Error(
      `The run would make ${counted} counted calls, and its budget is ${config.budget}. Raise SUITE_BUDGET, or choose a smaller SUITE_PROFILE.`,
    );
  }
  if (config.profile === 'full') return undefined;
  const file = join(config.reportsDir, 'raw', 'selection.json');
  mkdirSync(join(config.reportsDir, 'raw'), { recursive: true });
  writeFileSync(file, JSON.stringify(cases.map(keyOf)));
  return { file, specs: [...new Set(cases.map((each) => each.file))] };
}
