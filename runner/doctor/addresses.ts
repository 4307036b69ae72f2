import { isIP } from 'node:net';
import type { Text } from '../../config/language';
import { consoleAt } from './console';

/** The IP addresses in the bodies of refusals, whichever text prints them; each once. */
function addressesIn(bodies: readonly object[]): string[] {
  const words = bodies.flatMap((body) => JSON.stringify(body).match(/[\da-f:.]{3,}/gi) ?? []);
  return [...new Set(words.map((word) => word.replace(/^[:.](?!:)|(?<!:)[:.]$/g, '')))].filter(
    (word) => isIP(word) > 0,
  );
}

/** What to do where an app turns this machine's address away. */
export function letIn(bodies: readonly object[], where: Text = consoleAt.addresses): Text {
  const addresses = addressesIn(bodies);
  const which =
    addresses.length === 0
      ? { en: 'the public IP address of this machine', zh: '本机的公网 IP' }
      : { en: addresses.join(' and '), zh: addresses.join('、') };
  const many =
    addresses.length > 1
      ? {
          en: '; the address changes from call to call, as on a serverless host: let the whole range in, or run where it stays',
          zh: '；每次调用的地址都不同（例如 serverless 环境）：请放行整个网段，或在地址固定的机器上运行',
        }
      : { en: '', zh: '' };
  return {
    en: `add ${which.en}: ${where.en}${many.en}`,
    zh: `把 ${which.zh} 加进白名单：${where.zh}${many.zh}`,
  };
}
