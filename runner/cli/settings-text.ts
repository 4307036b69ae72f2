/** How settings are written for whom: a shell, or the file .env. */
type Format = 'bash' | 'powershell' | 'env';

const lines: Readonly<Record<Format, (name: string, value: string) => string>> = {
  bash: (name, value) =>
    `export ${name}=${/^[\w:/.-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`,
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
  // Single quotes keep a value as it is; the values of the embedded tenant have none.
  env: (name, value) => `${name}=${/^[\w:/.@-]+$/.test(value) ? value : `'${value}'`}`,
};

/** A line for each setting, to be pasted. */
export function settingsText(settings: Readonly<Record<string, string>>, format: Format): string[] {
  return Object.entries(settings).map(([name, value]) => lines[format](name, value));
}
