import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { projectFiles } from '../git';

/** A text in a file that looks like a secret. */
export interface Suspect {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  /** Its first characters: enough to find it, too little to use it. */
  readonly begins: string;
}

interface Kind {
  readonly kind: string;
  /** The group `secret` is the text itself. */
  readonly looks: RegExp;
}

// App secrets have 64 characters and tokens 32 (observed); a robot's secret is SEC and 64 hexadecimal digits.
const kinds: readonly Kind[] = [
  { kind: 'private key', looks: /(?<secret>-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)/g },
  { kind: 'robot secret', looks: /\b(?<secret>SEC[0-9a-f]{40,})\b/g },
  { kind: 'token or webhook', looks: /access_?token(?:=|%3D)(?<secret>[\w-]{20,})/gi },
  { kind: 'token', looks: /access_?token["']?\s*[:=]\s*["'`](?<secret>[\w-]{20,})["'`]/gi },
  {
    kind: 'app secret',
    looks: /(?:app|client|corp|robot)_?secret["']?\s*[:=][ \t]*["'`]?(?<secret>[\w-]{20,})/gi,
  },
  {
    kind: 'app secret',
    looks: /(?<![\w+/=-])(?<secret>(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{64})(?![\w+/=-])/g,
  },
  { kind: 'token of GitHub or npm', looks: /\b(?<secret>(?:gh[pousr]|npm)_\w{36})\b/g },
];

/** Texts that look like secrets and are none, each with what it is. */
const dummies: Readonly<Record<string, string>> = {
  '96fc7a7a000000000000000000000000': 'the token in the examples of the documentation, blanked there',
  'not-the-secret-of-this-app': 'what wrong credentials are tried with',
  'GT-lsu_taDAsTs0123456789': 'the app of the self-tests',
  deadbeefdeadbeefdeadbeefdeadbeef: 'a token of the self-tests',
};

/** What in the text of a file looks like a secret and is no known dummy. */
export function suspectsIn(file: string, text: string): Suspect[] {
  return kinds.flatMap(({ kind, looks }) =>
    Array.from(text.matchAll(looks)).flatMap(({ groups, index }) => {
      const secret = groups?.secret ?? '';
      // The docs blank their samples at the end.
      if (secret in dummies || /x{3,}$/.test(secret)) return [];
      const line = text.slice(0, index).split('\n').length;
      return [{ file, line, kind, begins: secret.slice(0, 6) }];
    }),
  );
}

/** The suspects in all files that are, or would be, tracked. */
export function scan(): Suspect[] {
  return projectFiles().flatMap((file) => suspectsIn(file, readFileSync(join(root, file), 'utf8')));
}
