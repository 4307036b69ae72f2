import { UserError } from './language';
import { isWrong, type Environment } from './variables';

/** The port of `npm run emulator`: `PORT`, or 7001. @throws UserError when `PORT` is not a port number. */
export function readPort(env: Environment = process.env): number {
  const text = env.PORT ?? '7001';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UserError(isWrong('PORT', text, { en: '0 to 65535', zh: ' 0 到 65535' }));
  return port;
}
