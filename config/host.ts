/** The host of a URL, with its port; what has none, such as `localhost:7001`, as it is. */
export const hostOf = (url: string): string => (URL.canParse(url) && new URL(url).host) || url;

/** Whether a URL names this machine itself; of no URL it does not. */
export function isOnThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
