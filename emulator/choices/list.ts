import { choices, type Choice } from '.';

const begin = '<!-- Generated from emulator/choices by `npm run docs`. Do not edit. -->';
const end = '<!-- The end of what is generated. -->';

/** Every choice as Markdown: a bullet each, under the product or family that it is about. */
function assumedAnswers(): string {
  const answers = choices.reduce((sum, choice) => sum + choice.answers.length, 0);
  const groups = [...new Set(choices.map(groupOf))];
  return [
    begin,
    '',
    `${choices.length} questions, ${answers} answers.`,
    ...groups.flatMap((group) => [
      '',
      `### ${group}`,
      '',
      ...choices.filter((choice) => groupOf(choice) === group).map(bullet),
    ]),
    '',
    end,
  ].join('\n');
}

/**
 * A page with the list of the choices in the place of the one that it has.
 * @throws an Error when the page has no such place.
 */
export function withAssumedAnswers(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error('The page has no place for the generated list.');
  return page.slice(0, from) + assumedAnswers() + page.slice(to + end.length);
}

const groupOf = ({ id }: Choice): string => id.split('/')[0] ?? id;

function bullet({ id, question, answers: [own, ...others], open }: Choice): string {
  const also = others.map((answer) => `\`${answer.id}\` ${escaped(answer.what)}`).join('; ');
  return `- \`${id}\` ${escaped(question)} **\`${own.id}\`** ${escaped(own.what)}. Or ${also}. _${escaped(open)}_`;
}

// What Markdown would take for itself.
const escaped = (text: string): string => text.replace(/[\\`*<>|[\]#]|(?<!\w)_|_(?!\w)/g, '\\$&');
