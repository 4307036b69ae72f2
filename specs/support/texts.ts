import { readsAlike } from '../../client/reads-alike';
import { fact, inferred } from './evidence';

/**
 * The text to compare a shown one with: itself where both are the same to a reader, for that every character comes back is only inferred.
 * Otherwise what was sent.
 */
export function asShown(endpoint: string, shown: string | undefined, sent: string): string {
  if (shown === undefined || shown === sent || !readsAlike(shown, sent)) return sent;
  fact(inferred(endpoint, 'a text is shown with every character that was sent'), () => {
    expect({ 'the text': 'escaped, cleaned or trimmed' }).toEqual({ 'the text': 'every character' });
  });
  return shown;
}
