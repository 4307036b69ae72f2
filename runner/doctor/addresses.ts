import { isIP } from 'node:net';
import { consoleAt } from './console';

/** The IP addresses in the bodies of refusals, whichever text prints them; each once. */
function addressesIn(bodies: readonly object[]): string[] {
  const words = bodies.flatMap((body) => JSON.stringify(body).match(/[\da-f:.]{3,}/gi) ?? []);
  return [...new Set(words.map((word) => word.replace(/^[:.](?!:)|(?<!:)[:.]$/g, '')))].filter(
    (word) => isIP(word) > 0,
  );
}

/** What to do where an app turns this machine's address away. */
export function letIn(bodies: readonly object[], where: string = consoleAt.addresses): string {
  const addresses = addressesIn(bodies);
  const which = addresses.length === 0 ? 'the public IP address of this machine' : addresses.join(' and ');
  const many =
    addresses.length > 1
      ? '; the address changes from call to call, as on a serverless host: let the whole range in, or run where it stays'
      : '';
  return `add ${which}: ${where}${many}`;
}
