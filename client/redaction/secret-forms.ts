/**
 * The source of a regular expression that finds `secret` in every form in which a text may carry it: as it is, percent-encoded
 * (also twice, also where it need not be), as a form field, escaped in JSON (at any depth), in HTML, as `\uXXXX` or `\xXX`, all of
 * them mixed; in base64, alone or amid other bytes; and in hexadecimal digits.
 */
export function formsOf(secret: string): string {
  const inBase64 = base64Of(secret).map(({ inner, isWhole }) => spelled(inner) + (isWhole ? '' : padding));
  const inHex = Array.from(Buffer.from(secret), (byte) => hex(byte, 2)).join('');
  return [Array.from(secret, forms).join(''), ...new Set(inBase64), inHex].join('|');
}

/** What base64 makes of some bytes amid others: the characters that hold nothing but them, and whether they end with a whole one. */
interface Inner {
  readonly inner: string;
  readonly isWhole: boolean;
}

/** What base64 makes of `secret`, written as it is, percent-encoded or in JSON, at each of the three places that bytes may have. */
export function base64Of(secret: string): Inner[] {
  // Half a surrogate pair cannot be encoded.
  const sound = Buffer.from(secret).toString();
  const written = [sound, encodeURIComponent(sound), JSON.stringify(sound).slice(1, -1)];
  return [...new Set(written)].flatMap((text) => [0, 1, 2].map((before) => base64(text, before)));
}

const percent = '%(?:25)*';
const entity = '&(?:amp;)*';
// Each further layer of JSON doubles the backslashes; four layers are as deep as any report goes.
const backslash = String.raw`(?:\\|${percent}5[cC])`;

const named: Readonly<Record<string, readonly string[]>> = {
  '\b': ['b'],
  '\t': ['t'],
  '\n': ['n'],
  '\f': ['f'],
  '\r': ['r'],
  ' ': [String.raw`\+`],
  '"': [`${entity}quot;`],
  '&': [`${entity}amp;`],
  "'": [`${entity}apos;`, String.raw`'\\{1,2}''`],
  '<': [`${entity}lt;`],
  '>': [`${entity}gt;`],
};

function forms(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const bytes = Array.from(Buffer.from(char), (byte) => percent + hex(byte, 2)).join('');
  const numbered = `${entity}#(?:0*${code}|[xX]0*${hex(code, 1)});`;
  const units = Array.from({ length: char.length }, (_, at) => `u${hex(char.charCodeAt(at), 4)}`);
  const inBytes = Array.from(Buffer.from(char), (byte) => `x${hex(byte, 2)}`);
  const escaped = [units, inBytes].map((codes) => codes.join(`${backslash}{1,16}`)).join('|');
  if (/[\dA-Za-z]/.test(char)) return `(?:${char}|${bytes}|${numbered}|${backslash}{1,16}(?:${escaped}))`;
  const alike = [literal(char), bytes, numbered, escaped, ...(named[char] ?? [])].join('|');
  return char === '\\'
    ? `(?:${backslash}{1,16}(?:${escaped})|${backslash}{1,16}|${numbered})`
    : `${backslash}{0,16}(?:${alike})`;
}

// The characters at both ends hold bits of the neighbours: the first is left, the last is found along with the padding.
const padding = `[\\w+/-]?(?:=|${percent}3[dD]){0,2}`;

function base64(text: string, before: number): Inner {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
  const [from, to] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
  return { inner: bytes.toString('base64').slice(from, to), isWhole: bytes.length % 3 === 0 };
}

const spelled = (inner: string): string =>
  inner
    .replaceAll('+', `(?:[-+]|${percent}2[bB])`)
    .replaceAll('/', String.raw`(?:\\{0,15}/|_|%(?:25)*2[fF])`);

function hex(code: number, width: number): string {
  return code
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
