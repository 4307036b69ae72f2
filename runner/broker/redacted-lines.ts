import { StringDecoder } from 'node:string_decoder';
import { Transform, type TransformCallback } from 'node:stream';
import type { Redactor } from '../../client/redaction/redact';

/** What another process prints, without secrets. It passes on whole lines only: a secret could come in two pieces. */
export class RedactedLines extends Transform {
  readonly #decoder = new StringDecoder();
  readonly #shown: (text: string) => string;
  #rest = '';

  /** @param worded what becomes of lines without secrets before they are shown. */
  constructor(redactor: Redactor, worded = (text: string): string => text) {
    super();
    this.#shown = (text) => worded(redactor.redactPainted(text));
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
}
