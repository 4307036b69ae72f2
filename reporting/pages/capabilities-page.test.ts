import type { Capabilities, Capability } from '../../config/capabilities';
import { capabilitiesSection } from './capabilities-page';
import { tight } from '../testing/tight';
import { moment } from '../words';

const askedAt = '2026-08-14T12:00:00.000Z';
const page = (capabilities?: Capabilities): string => tight(capabilitiesSection(capabilities).text);
const aCapability = (overrides: Partial<Capability> = {}): Capability => ({
  endpoint: 'report/list',
  title: '获取日志',
  status: 'granted',
  needed: true,
  scopes: [],
  ...overrides,
});
const granted = [
  '<details><summary>Granted<span class="quiet">1 endpoint</span></summary>',
  '<ul><li>report/list 获取日志</li></ul></details>',
  `<p class="quiet">Asked at ${moment(askedAt)} by calls that change nothing.</p></section>`,
].join('');

describe('What the tenant grants', () => {
  it('is nothing where nobody asked', () => {
    expect(page()).toBe('');
  });

  it('is a line when it grants all', () => {
    expect(page({ askedAt, endpoints: [aCapability()] })).toBe(
      `<section><h2>What the tenant grants<small>1 of 1</small></h2>${granted}`,
    );
  });

  it('is a table of what it refuses, with where to apply for it, after what else is wrong', () => {
    const endpoints = [
      aCapability({ endpoint: 'a', title: 'A', status: 'unknown', needed: false, note: 'later' }),
      aCapability(),
      aCapability({
        ...{ endpoint: 'b', title: 'B', status: 'refused', code: '88', subCode: '60011' },
        ...{ scopes: ['qyapi_x', 'qyapi_y'], link: 'https://open.example.com' },
      }),
    ];
    const problems = [{ subject: 'user', text: 'nobody has that id' }];

    expect(page({ askedAt, endpoints, problems })).toBe(
      [
        '<section><h2>What the tenant grants<small>1 of 3</small></h2>',
        '<article><p>nobody has that id</p></article>',
        '<div class="wide"><table>',
        '<thead><tr><th>Endpoint</th><th>Answer</th><th>What to do</th></tr></thead><tbody>',
        '<tr><td>B<br /><code>b</code></td><td>refused<br /><code>88 / 60011</code></td>',
        '<td>scope<code>qyapi_x or qyapi_y</code><br />',
        '<a href="https://open.example.com" rel="noreferrer">apply for it</a>',
        '<br /><span class="quiet"></span></td></tr>',
        '<tr><td>A<br /><code>a</code></td><td>unknown (optional)<br /><code></code></td>',
        '<td><br /><span class="quiet">later</span></td></tr>',
        `</tbody></table></div>${granted}`,
      ].join(''),
    );
  });
});
