import { SharedRedactor } from './shared-redactor';
import { useBroker } from '../testing/use-broker';

const token = { text: '0f9e8d7c6b5a49382716f5e4d3c2b1a0', name: 'DINGTALK_ACCESS_TOKEN' };

describe('The redactors of one run', () => {
  const { broker, redactor } = useBroker();

  it('know at once in the process that writes the reports what an answer told one of them', async () => {
    const worker = new SharedRedactor(broker().url);

    await worker.learn([token]);

    expect(redactor().redact(`it is ${token.text}`)).toBe('it is <DINGTALK_ACCESS_TOKEN>');
  });

  it('learn from each other', async () => {
    const [one, other] = [new SharedRedactor(broker().url), new SharedRedactor(broker().url)];
    await one.learn([token]);

    await other.exchange();

    expect(other.redact(token.text)).toBe('<DINGTALK_ACCESS_TOKEN>');
  });

  it('keep to themselves what a case made up', async () => {
    const worker = new SharedRedactor(broker().url);
    worker.register('a-token-that-nobody-issued', 'DINGTALK_ACCESS_TOKEN');

    await worker.exchange();

    expect(redactor().findIn('a-token-that-nobody-issued')).toBe(false);
  });

  it('ask nobody where an answer tells nothing new', async () => {
    const worker = new SharedRedactor(broker().url, [token]);
    const asked = jest.spyOn(worker, 'exchange');

    await worker.learn([token]);

    expect(asked).not.toHaveBeenCalled();
  });

  it('hide the key of the broker', () => {
    const worker = new SharedRedactor(broker().url);

    expect(worker.redact(`POST ${broker().url}/token`)).toMatch(
      /^POST http:\/\/127\.0\.0\.1:\d+\/<SUITE_BROKER_KEY>\/token$/,
    );
  });
});
