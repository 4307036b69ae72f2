/** The port of `npm run emulator`: `PORT`, or 7001. Throws when `PORT` is not a port number. */
export function readPort(env: Readonly<Record<string, string | undefined>> = process.env): number {
  const text = env.PORT ?? '7001';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`PORT is '${text}'; it has to be 0 to 65535.`);
  return port;
}
