/** How settings are written for whom: a shell, or the file .env. */
type Format = 'bash' | 'powershell' | 'env';

const lines: Readonly<Record<Format, (name: string, value: string) => string>> = {
  bash: (name, value) =>
    `export ${name}=${/^[\w:/.-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`}`,
  powershell: (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
  env: (name, value) => `${name}=${/^[\w:/.@-]*$/.test(value) ? value : quoted(value)}`,
};

// dotenv keeps a value as it is in single quotes and in backticks.
const quoted = (value: string): string => (value.includes("'") ? `\`${value}\`` : `'${value}'`);

/** A line for each setting, to be pasted. */
export function settingsText(settings: Readonly<Record<string, string>>, format: Format): string[] {
  return Object.entries(settings).map(([name, value]) => lines[format](name, value));
}

/**
 * The text of `.env` with these settings: in the lines that name them, also where they are commented out, else at the end.
 * @param text what stands there now, or the example.
 */
export function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings).reduce((all, [name, value]) => {
    const line = lines.env(name, value);
    const place = new RegExp(`^(?:# ?)?${name}=.*$`, 'm');
    return place.test(all) ? all.replace(place, () => line) : `${all.replace(/\n*$/, '\n')}${line}\n`;
  }, text);
}
