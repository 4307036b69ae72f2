import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writer } from 'allure-js-commons/sdk/reporter';
import { holdsSecret } from '../../client/redaction/find-secrets';
import type { Redactor } from '../../client/redaction/redact';

/**
 * Writes for Allure into `folder` what `writer` would, without any secret: texts are redacted, and what is packed and holds one is left out.
 * Nothing waits for the disk, as `writer` does after each of thousands of files: what a killed run has written is whole all the same, for a file
 * gets its name last.
 */
export function redacting(writer: Writer, redactor: Redactor, folder: string): Writer {
  mkdirSync(folder, { recursive: true });
  const clean = <Value>(value: Value): Value => redactor.redactValue(value);
  const put = (name: string, content: string | Buffer): void => {
    const path = join(folder, name);
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  };
  const putJson = (name: string, value: unknown): void => {
    put(name, JSON.stringify(clean(value)));
  };
  const attach = (name: string, content: Buffer): void => {
    put(name, withoutSecrets(content, redactor));
  };
  return {
    writeResult: (result) => {
      putJson(`${result.uuid}-result.json`, result);
    },
    writeGroup: (group) => {
      putJson(`${group.uuid}-container.json`, group);
    },
    writeGlobals: putJson,
    writeEnvironmentInfo: (info) => {
      writer.writeEnvironmentInfo(clean(info));
    },
    writeCategoriesDefinitions: (categories) => {
      putJson('categories.json', categories);
    },
    writeAttachment: attach,
    writeAttachmentFromPath: (name, path) => {
      attach(name, readFileSync(path));
    },
  };
}

function withoutSecrets(content: Buffer, redactor: Redactor): Buffer {
  const text = content.toString('utf8');
  const isText = Buffer.from(text).equals(content);
  const cleaned = isText ? Buffer.from(redactor.redact(text)) : content;
  return holdsSecret(cleaned, redactor) ? Buffer.from('Left out: a secret stood in it.') : cleaned;
}
