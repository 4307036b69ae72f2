import { readFileSync } from 'node:fs';
import type { Writer } from 'allure-js-commons/sdk/reporter';
import { holdsSecret } from '../../client/redaction/find-secrets';
import type { Redactor } from '../../client/redaction/redact';

/** Writes for Allure what `writer` would, without any secret: texts are redacted, and what is packed and holds one is left out. */
export function redacting(writer: Writer, redactor: Redactor): Writer {
  const clean = <Value>(value: Value): Value => redactor.redactValue(value);
  const attach = (name: string, content: Buffer): void => {
    writer.writeAttachment(name, withoutSecrets(content, redactor));
  };
  return {
    writeResult: (result) => {
      writer.writeResult(clean(result));
    },
    writeGroup: (group) => {
      writer.writeGroup(clean(group));
    },
    writeGlobals: (name, globals) => {
      writer.writeGlobals(name, clean(globals));
    },
    writeEnvironmentInfo: (info) => {
      writer.writeEnvironmentInfo(clean(info));
    },
    writeCategoriesDefinitions: (categories) => {
      writer.writeCategoriesDefinitions(clean(categories));
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
