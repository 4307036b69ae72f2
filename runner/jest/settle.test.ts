import type { Finding } from '../../client/exchange';
import type { Claim } from './claims';
import { note } from './settle';

const inferred: Claim = { endpoint: 'report/list', says: 'rows are sorted', source: 'inferred' };
const documented: Claim = { ...inferred, source: 'documented' };

describe('An expectation that failed', () => {
  it('becomes a finding on a tenant that is not ours where it is only inferred', () => {
    const findings = noted(
      failed(() => {
        expect({ first: 2 }).toEqual({ first: 1 });
      }),
      [inferred],
    );

    expect(findings).toEqual([
      {
        kind: 'inferred',
        endpoint: 'report/list',
        message: 'inferred: rows are sorted; this tenant: first: 2',
      },
    ]);
  });

  it.each([
    { what: 'on our own tenant', claims: [inferred], isLive: false },
    { what: 'where it is documented', claims: [documented], isLive: true },
    { what: 'where one of its claims is documented', claims: [inferred, documented], isLive: true },
    { what: 'where nobody says what it rests on', claims: [], isLive: true },
  ])('fails $what', ({ claims, isLive }) => {
    const error = failed(() => {
      expect(1).toBe(2);
    });

    expect(() => {
      note(error, claims, { isLive, findings: [] });
    }).toThrow(error);
  });

  it('fails where a check inside of it has failed for good', () => {
    const error = failed(() => {
      expect(1).toBe(2);
    });
    expect(() => noted(error, [documented])).toThrow(error);

    expect(() => noted(error, [inferred])).toThrow(error);
  });

  it('says with what a call was refused that had to succeed', () => {
    const refused = Object.assign(new Error('was refused: 41'), { refusedAs: '41' });

    expect(noted(refused, [inferred])[0]?.message).toBe(
      'inferred: rows are sorted; this tenant: refused with 41',
    );
  });

  it.each([
    { what: 'a broken contract', error: new Error('broke its contract') },
    {
      what: 'what nobody could arrange',
      error: Object.assign(
        failed(() => {
          expect(1).toBe(2);
        }),
        { arrangement: 'it' },
      ),
    },
  ])('is none where it is $what', ({ error }) => {
    expect(() => noted(error, [inferred])).toThrow(error);
  });

  it('is told where a number has more digits than JSON writes', () => {
    const error = failed(() => {
      expect({ next: 12n }).toEqual({ next: 1 });
    });

    expect(noted(error, [inferred])[0]?.message).toBe('inferred: rows are sorted; this tenant: next: "12"');
  });

  it('leaves out of the finding what differs from case to case', () => {
    const error = failed(() => {
      expect({ title: 'x [api-suite a-b-1]', at: 1605680704000 }).toEqual({});
    });

    expect(noted(error, [inferred])[0]?.message).toBe(
      'inferred: rows are sorted; this tenant: title: "x [tag]"',
    );
  });
});

// Helpers

function failed(check: () => void): Error {
  try {
    check();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail.');
}

function noted(error: unknown, claims: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  note(error, claims, { isLive: true, findings });
  return findings;
}
