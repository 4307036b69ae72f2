/** A table; what stands in a cell does not break it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What opens when its title is clicked. */
export const details = (title: string, body: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;

/** A titled list; nothing where it is empty. */
export function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}:**\n\n${items.map((item) => `- ${item}`).join('\n')}`];
}
