/** Replaces every secret by a name in everything that is written: artifacts, logs, error messages. */
export class Redactor {
  readonly #names = new Map<string, string>();

  /** From now on `secret` reads as `<name>`, also where it is URL-encoded, base64 or escaped. Texts under 6 characters are not secrets. */
  register(secret: string, name: string): void {
    if (secret.length < 6) return;
    for (const form of forms(secret)) this.#names.set(form, `<${name}>`);
  }

  /** `text` without any registered secret, and with what stands where secrets usually stand masked, whoever issued it. */
  redact(text: string): string {
    const named = [...this.#names].reduce((rest, [secret, name]) => rest.replaceAll(secret, name), text);
    return byPlace.reduce((rest, [place, replacement]) => rest.replace(place, replacement), named);
  }

  /** Whether a registered secret stands in `text`, in any form. */
  findIn(text: string): boolean {
    return [...this.#names.keys()].some((secret) => text.includes(secret));
  }
}

function forms(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const all = [
    secret,
    encodeURIComponent(secret),
    base64,
    JSON.stringify(secret).slice(1, -1),
    new URLSearchParams({ s: secret }).toString().slice(2),
  ];
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

const name = '(?:access_?token|app_?secret|corp_?secret)';
const byPlace: [RegExp, string][] = [
  // ?access_token=… in URLs and form bodies; a shell variable and an earlier mask stay readable.
  [new RegExp(`\\b(${name})=(?![<$])[^&\\s"'\\\\<]+`, 'gi'), '$1=<redacted>'],
  // A token header.
  [/(x-acs-dingtalk-access-token['"]?\s*[:=]\s*['"]?)(?![<$"'])[^\s"'\\]+/gi, '$1<redacted>'],
  // "access_token": "…" in JSON, also where the JSON stands escaped inside another string.
  [new RegExp(`(\\\\*["']?${name}\\\\*["']?\\s*:\\s*\\\\*["'])(?![<$])[^"'\\\\]+`, 'gi'), '$1<redacted>'],
];
