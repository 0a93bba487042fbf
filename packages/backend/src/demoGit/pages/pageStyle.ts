/** The one style of all pages, for light and dark. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1f1f1f; --quiet: #5c5c5c; --line: #d4d4d4; --page: #f5f5f5; --card: #fff; --link: #1f5493; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --quiet: #c0c0c0; --line: #5e5e5e; --page: #333; --card: #424141; --link: #9cc9ff; --mark: #5a4c12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1100px; padding: 16px; background: var(--page); color: var(--text); font: 14px/20px system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav ol { display: flex; flex-wrap: wrap; gap: 4px; list-style: none; margin: 0; padding: 0; }
nav li + li::before { content: '/'; color: var(--quiet); margin-right: 4px; }
h1 { font-size: 24px; line-height: 32px; margin: 8px 0 16px; overflow-wrap: anywhere; }
h2 { font-size: 20px; line-height: 24px; margin: 0 0 8px; }
section { background: var(--card); border-radius: 8px; margin: 0 0 24px; padding: 16px; }
p { margin: 0 0 8px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding-bottom: 8px; }
th, td { border-top: 1px solid var(--line); padding: 8px 16px 8px 0; text-align: left; overflow-wrap: anywhere; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; padding-right: 0; }
td.quiet, p.quiet { color: var(--quiet); }
code, pre { font: 13px/20px ui-monospace, monospace; }
pre { margin: 0; overflow-x: auto; tab-size: 4; }
pre.file { counter-reset: line; }
pre.file span { display: block; min-height: 20px; padding-left: 56px; position: relative; counter-increment: line; }
pre.file span::before { content: counter(line); color: var(--quiet); position: absolute; left: 0; width: 40px; text-align: right; }
pre.file span:target { background: var(--mark); }
`;
