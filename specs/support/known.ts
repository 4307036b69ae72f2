import { eventually } from './eventually';

/**
 * Compares with what is known already, and where that fails with what is read anew, as often as the run's lag allows: others may have
 * written meanwhile. It costs no second reading when right.
 * @param what completes "waited for …".
 */
export async function againstKnown<Known, Seen>(
  what: string,
  { known, read }: { known: Known; read: () => Promise<Known> },
  compare: (known: Known) => Promise<Seen> | Seen,
): Promise<Seen> {
  let first: { known: Known } | undefined = { known };
  return eventually(what, async () => {
    const current = first ? first.known : await read();
    first = undefined;
    return compare(current);
  });
}
