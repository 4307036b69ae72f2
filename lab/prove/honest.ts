import { specFiles } from './code';
import { changedFiles, type Digests, type TrialFile } from './trial-file';
import { casesOf, proveHonest, type Means } from './prove-faults';
import { concernsHonest } from './since';
import { failuresOf, type Trial } from './trial';

/**
 * What the suite does on the honest tenant, file by file; what the same code has passed already is not run again.
 * @param parts parts of names of spec files; all files without any.
 * @throws an Error that names the case where the honest tenant does not pass.
 */
export async function honestTrials(
  parts: readonly string[],
  { trialFile, digests, say }: { trialFile: TrialFile; digests: Digests; say: (text: string) => void },
  means: Omit<Means, 'ended'>,
): Promise<readonly Trial[]> {
  const files = specFiles().filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  const earlier = trialFile.read();
  const isGood = earlier && !changedFiles(earlier.digests, digests).some(concernsHonest);
  const known = isGood ? earlier.trials.filter((trial) => failuresOf(trial).length === 0) : [];
  trialFile.begin(digests, known);
  const open = files.filter((file) => !known.some(({ job }) => job.files.includes(file)));
  const honest = await proveHonest(open, {
    ...means,
    ended: (trial) => {
      trialFile.add(trial);
    },
  });
  const [broken] = honest.filter(({ undecided }) => undecided !== undefined);
  if (broken)
    throw new Error(`${broken.job.files.join(', ')} on the honest tenant: ${broken.undecided ?? ''}`);
  const [failure] = honest.flatMap(failuresOf);
  if (failure) throw new Error(`The honest tenant does not pass: ${failure.title}\n${failure.message ?? ''}`);
  const trials = [...known, ...honest];
  say(`The honest tenant passes ${casesOf(trials).size} cases.`);
  return trials;
}
