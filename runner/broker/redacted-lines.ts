import { StringDecoder } from 'node:string_decoder';
import { Transform, type TransformCallback } from 'node:stream';
import type { Redactor } from '../../client/redaction/redact';
import { environment } from '../../config/environment';
import { readLanguage, type Language } from '../../config/language';

/**
 * What another process prints, without secrets, and with what stands above the calls of a case in the language of the user. It passes on whole lines only: a secret could come in two pieces.
 */
export class RedactedLines extends Transform {
  readonly #redactor: Redactor;
  readonly #decoder = new StringDecoder();
  readonly #language: Language;
  #rest = '';

  constructor(redactor: Redactor, language = readLanguage(environment())) {
    super();
    this.#redactor = redactor;
    this.#language = language;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const text = this.#rest + this.#decoder.write(chunk);
    const end = text.lastIndexOf('\n') + 1;
    this.#rest = text.slice(end);
    done(null, this.#shown(text.slice(0, end)));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#shown(this.#rest + this.#decoder.end()));
  }

  #shown(text: string): string {
    const redacted = this.#redactor.redactPainted(text);
    if (this.#language === 'en') return redacted;
    return headings.reduce((all, [english, chinese]) => all.replace(english, chinese), redacted);
  }
}

// They are recorded in English.
const headings: readonly (readonly [RegExp, string])[] = [
  [/^( *)Calls of this case:$/gm, '$1这条用例的调用：'],
  [/^( *)\((\d+) earlier ones are in the report\)$/gm, '$1（更早的 $2 次见报告）'],
  [/^( *)To repeat the last one:$/gm, '$1重复最后一次调用：'],
  [/^( *)Docs of it: /gm, '$1它的文档：'],
];
