import { tell } from './brokered';
import { Redactor, type Secret } from '../../client/redaction/redact';

/** The redactor of one process of a run: what an answer tells it, the run's broker knows before anybody goes on. */
export class SharedRedactor extends Redactor {
  readonly #broker: string;

  constructor(broker: string, secrets: readonly Secret[] = [], peopleKey?: string) {
    super(secrets, peopleKey);
    this.#broker = broker;
    // Whoever reads the key in this URL while the run lasts can have its token.
    this.register(new URL(broker).pathname.slice(1), 'SUITE_BROKER_KEY');
  }

  override async learn(secrets: readonly Secret[]): Promise<void> {
    const news = this.registerAll(secrets);
    if (news.length > 0) await this.exchange(news);
  }

  /** Tells the broker of `news`, and learns what the other processes know. */
  async exchange(news: readonly Secret[] = []): Promise<void> {
    this.registerAll(await tell(this.#broker, news));
  }
}
