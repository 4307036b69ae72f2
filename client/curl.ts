import type { Encoded } from './encode';

/**
 * A shell command that repeats a request.
 * @param redact masks secrets; what it masks as `<NAME>` becomes `$NAME`, so that the command works once the variable is set.
 */
export function curl(
  method: string,
  baseUrl: string,
  { target, headers, body }: Encoded,
  redact: (text: string) => string,
): string {
  const parts = [
    `curl -sS -X ${method} ${shell(redact(baseUrl + target))}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${shell(redact(headerLine(name, value)))}`),
    ...(body === undefined ? [] : [`--data-raw ${shell(redact(body))}`]),
  ];
  return parts.join(' \\\n  ');
}

// curl leaves a header without a value out, unless it ends in a semicolon.
const headerLine = (name: string, value: string): string => (value === '' ? `${name};` : `${name}: ${value}`);

// Single quotes keep the text as it is; a masked secret leaves them for a variable in double quotes.
function shell(text: string): string {
  const quoted = `'${text.replaceAll("'", `'\\''`)}'`;
  return quoted.replace(/<(DINGTALK_[A-Z_]+)>/g, `'"$$$1"'`);
}
