"""How a page looks on a telephone, on a desk, and on paper: in two columns as wide as a telephone."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 44rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.5rem 0 .3rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .4rem; }
.lead { font-size: 1.1rem; }
.answer { font-size: 1.1rem; font-weight: 600; margin: .4rem 0; }
.warning { border: 2px solid #8a4b00; background: #fff6e8; padding: .6rem .9rem; }
.notes, .source, footer { font-size: .9rem; color: #454545; }
a { color: #0b4f9e; }
figure { margin: 1rem 0; max-width: 34rem; border: 1px solid #d0d0d0; }
figure svg { display: block; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #d9d9d9;
  font-weight: normal; }
thead th { font-weight: 600; border-bottom: 2px solid #595959; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n { white-space: nowrap; }
.n + :not(.n) { padding-left: .7rem; }
th:last-child, td:last-child { padding-right: 0; }
.mark { display: inline-block; width: .7em; height: .7em; margin-right: .35em; border: 1px solid #1a1a1a;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; background: #f0f0f0; padding: .1em .3em;
  overflow-wrap: anywhere; }
.line { display: block; }
.short { white-space: nowrap; }
details { margin: .6rem 0; } summary { cursor: pointer; }
nav ul { padding-left: 1.2rem; }
nav li { margin: .25rem 0; }
@media (max-width: 40rem) { .w { display: none; } table { font-size: .8rem; }
  th, td { padding-right: .35rem; } :not(.n) + :is(th, td):not(.n) { padding-left: .1rem; }
  .n + :not(.n) { padding-left: .5rem; } }
@media (max-width: 25rem) { table { font-size: .76rem; } }
@media (max-width: 22.5rem) { table { font-size: .7rem; } .short, td.n { white-space: normal; } }
@media (max-width: 21rem) { table { font-size: .6rem; } th, td { padding-right: .25rem; } }
@media print { body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; } nav, .w { display: none; }
  .sections { columns: 2; column-gap: 1cm; } h1 { margin-top: 0; } h2 { font-size: 1.35em; margin-top: 1.2rem; }
  section:first-child h2 { margin-top: 0; } .lead, .answer { font-size: 1.1em; } p { margin: .4rem 0; }
  .notes, .source, footer { font-size: .9em; } table { font-size: .9em; margin: .6rem 0; }
  th, td { padding: .15rem .35rem .15rem 0; } figure { margin: .6rem 0; max-width: none; } svg { max-height: 24cm; }
  .top, p, figure, thead, tr, li { break-inside: avoid; } a { color: inherit; }
  h2, caption, thead { break-after: avoid; } .top:not(:has(figure)) { break-after: avoid; } }
"""
