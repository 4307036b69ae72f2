/** The look of the start page: system fonts, light and dark, nothing loaded from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #fafaf9; --card: #ffffff; --ink: #1c1d1f; --quiet: #65686e; --line: #e4e4e1; --code: #f4f4f2;
  --accent: #1f5fbf; --good: #1a7f4b; --warn: #96650a; --bad: #b93224;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #151618; --card: #1d1f22; --ink: #e8e8e6; --quiet: #9b9ea5; --line: #303338; --code: #17191b;
    --accent: #7fb0f5; --good: #58c08a; --warn: #dfae55; --bad: #f0796b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.eyebrow { margin: 0; color: var(--quiet); font-size: .875rem; }
h1 { margin: .15rem 0 .25rem; font-size: 3rem; line-height: 1.1; letter-spacing: -.02em; }
h2 { margin: 3rem 0 .75rem; font-size: 1.125rem; }
h2 small { color: var(--quiet); font-weight: normal; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
.passed { color: var(--good); } .partial, .interrupted { color: var(--warn); } .failed, .not-started { color: var(--bad); }
.lead { font-size: 1.125rem; }
.quiet { color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1px; margin: 2rem 0 0;
  border: 1px solid var(--line); border-radius: 10px; overflow: hidden; background: var(--line); }
.figures div { background: var(--card); padding: .9rem 1.1rem; }
.figures dt { color: var(--quiet); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.75rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.figures dd small { display: block; color: var(--quiet); font-size: .8125rem; line-height: 1.4; }
.reports { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; padding: 0;
  list-style: none; }
.reports a { display: block; height: 100%; padding: .8rem 1.1rem; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); }
.reports a:hover { border-color: var(--accent); text-decoration: none; }
.reports span { display: block; color: var(--quiet); font-size: .875rem; }
article { margin: .75rem 0; padding: 1rem 1.1rem; border: 1px solid var(--line); border-left: 3px solid var(--bad);
  border-radius: 10px; background: var(--card); }
article p { margin: .15rem 0 0; }
.class { display: inline-block; margin-right: .5rem; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 99px;
  color: var(--bad); font-size: .8125rem; font-weight: normal; line-height: 1.45; }
pre { margin: .6rem 0; padding: .7rem .9rem; border-radius: 6px; background: var(--code); overflow-x: auto;
  font: .8125rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }
details { margin: .6rem 0; padding: .6rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
summary { cursor: pointer; }
details ul { margin: .5rem 0; padding-left: 1.25rem; }
li { overflow-wrap: anywhere; }
.expected, .got { display: block; } .expected { color: var(--good); } .got { color: var(--bad); }
.guilty { font-weight: 600; } .guilty::marker { color: var(--bad); }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .5rem 1.1rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--quiet); font-weight: normal; font-size: .875rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: .8125rem ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--quiet); }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
`;
