import { secretsIn } from '../../../config/secrets';
import { environment } from '../../../config/environment';
import { spellings } from '../spellings';

/** A secret in one spelling; `text` is what a careless spec would write. */
export interface Planted {
  readonly name: string;
  readonly as: string;
  readonly text: string;
}

/** Every secret of the environment in every spelling. */
export function planted(): Planted[] {
  return secretsIn(environment()).flatMap(({ name, text: secret }) =>
    spellings(secret).map(({ as, text }) => ({ name, as, text })),
  );
}

/** All of it as one text. */
export const plantedText = (): string =>
  planted()
    .map(({ name, as, text }) => `${name} as ${as}: ${text}`)
    .join('\n');
