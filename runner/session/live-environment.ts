import type { Emulator } from '../../emulator/server';
import { settingsOf } from '../../emulator/settings';

/** The variables that make a run on an embedded tenant as if it were a live one. */
export const liveEnvironment = (emulator: Emulator): Record<string, string> => ({
  DINGTALK_TARGET: 'live',
  ...settingsOf(emulator),
});
