import { html, link } from './markup';

describe('A piece of HTML', () => {
  it('holds what is put in, escaped unless it is markup', () => {
    const item = html`<b>${'a < b & "c" > \'d\''}</b>`;
    const want = '<b>a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</b>';

    expect(item.text).toBe(want);
    expect(html`<i>${[item, html`${2}`]}${item}${'<'}</i>`.text).toBe(`<i>${want}2${want}&lt;</i>`);
  });

  it.each([
    ['https://a.cn/?x=1&y', '<a href="https://a.cn/?x=1&amp;y" rel="noreferrer">&lt;t&gt;</a>'],
    ['http://a.cn', '<a href="http://a.cn" rel="noreferrer">&lt;t&gt;</a>'],
    ['javascript:"https://a.cn"', '&lt;t&gt;'],
  ])('links to pages of the web only: %s', (url, want) => {
    expect(link(url, '<t>').text).toBe(want);
  });
});
