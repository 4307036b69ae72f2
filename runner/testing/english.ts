/** The lines of a Chinese text that hold an English sentence: three words in a row. Commands, paths, ids and names of settings are none. */
export function englishIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{3,}/.test(line.replaceAll(/`[^`]*`/g, '')));
}

/** Whether a text holds Chinese. */
export const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
