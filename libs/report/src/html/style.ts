/** The style of a report; the page's policy admits these very bytes and no other style. */
export const style = `
:root {
	color-scheme: light dark;
	--paper: #ffffff; --raised: #f6f7f9; --rule: #dfe2e7; --ink: #1b1f27; --quiet: #575e6b; --link: #1d56c0;
	--kept: #3568b8; --was: #1b1f27; --lost: #b3372f;
	--s0: #a86200; --s1: #7a4fc0; --s2: #00796f; --s3: #ad2f78; --s4: #6d6a1c;
	--fail: #b3261e; --fail-back: #fdf0ef; --warn: #8a5300; --warn-back: #fdf5e6; --info: #2a5db0; --info-back: #eff4fc; --pass: #1e6b3a; --pass-back: #eef7f0;
	--sans: Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
	--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #14161b; --raised: #1c1f26; --rule: #343944; --ink: #e7e9ee; --quiet: #a2a9b6; --link: #8ab4ff;
		--kept: #6c9df0; --was: #f3f4f7; --lost: #ef7d73;
		--s0: #dd9b3d; --s1: #b394f4; --s2: #47b8ac; --s3: #ea7fb9; --s4: #b8b452;
		--fail: #ff9b92; --fail-back: #33191a; --warn: #f0b75c; --warn-back: #2f2515; --info: #9cc0ff; --info-back: #192338; --pass: #7fd39b; --pass-back: #16291c;
	}
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); font-feature-settings: "tnum", "cv05"; font-variant-numeric: tabular-nums; text-rendering: optimizeLegibility; }
a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 3; }
.page { display: grid; grid-template-columns: 11.5rem minmax(0, 46rem); column-gap: 3.5rem; justify-content: center; padding: 3rem 2rem 5rem; }
header { grid-column: 2; }
main { grid-column: 2; }
nav { grid-column: 1; grid-row: 1 / span 2; position: sticky; top: 3rem; align-self: start; font-size: 13.5px; }
nav ol { list-style: none; margin: .45rem 0 0; padding: 0; border-left: 1px solid var(--rule); }
nav a { display: block; padding: .24rem 0 .24rem .9rem; margin-left: -1px; border-left: 2px solid transparent; color: var(--quiet); text-decoration: none; line-height: 1.35; }
nav a:hover { color: var(--ink); border-left-color: var(--quiet); }
.brand { margin: 0; color: var(--quiet); font-size: 13px; letter-spacing: .01em; }
h1 { margin: .1rem 0 .2rem; font-size: 2.1rem; line-height: 1.15; letter-spacing: -.022em; font-weight: 680; overflow-wrap: anywhere; }
.sub { margin: 0 0 1.5rem; color: var(--quiet); }
h2 { margin: 0 0 1rem; font-size: 1.28rem; line-height: 1.3; letter-spacing: -.012em; font-weight: 660; }
h3 { margin: 1.7rem 0 .5rem; font-size: .95rem; font-weight: 640; }
section { padding: 2.1rem 0 .6rem; }
section + section { border-top: 1px solid var(--rule); margin-top: 1.6rem; }
#alerts { padding-top: 1.4rem; }
#alerts h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
p { margin: 0 0 .8rem; }
code { font: .9em var(--mono); overflow-wrap: anywhere; }
.quiet, .note, .below, .origin, .legend, .lead { color: var(--quiet); }
.note, .lead { font-size: 14px; }
.lead { max-width: 42rem; }
.sign { font: normal .72em var(--mono); color: var(--quiet); background: var(--raised); border: 1px solid var(--rule); border-radius: 3px; padding: 0 .2em; margin: 0 .08em; white-space: nowrap; }

.icon { display: inline-grid; place-items: center; flex: none; width: 1.35rem; height: 1.35rem; border-radius: 50%; background: var(--tone); color: var(--paper); font: 700 12.5px/1 var(--sans); }
.verdict { display: flex; gap: .7rem; align-items: center; margin: 0; padding: .85rem 1rem; border-radius: 8px; background: var(--back); color: var(--tone); }
.verdict strong { font-weight: 620; color: var(--ink); }
.fail { --tone: var(--fail); --back: var(--fail-back); } .warn { --tone: var(--warn); --back: var(--warn-back); }
.info { --tone: var(--info); --back: var(--info-back); } .pass { --tone: var(--pass); --back: var(--pass-back); }
.alerts { list-style: none; margin: 0; padding: 0; }
.alerts li { display: grid; grid-template-columns: 1.35rem 4.6rem minmax(0, 1fr); gap: .7rem; padding: .55rem 1rem; align-items: baseline; }
.alerts li + li { border-top: 1px solid var(--rule); }
.alerts .icon { align-self: start; margin-top: .1rem; }
.alerts .word { color: var(--tone); font-weight: 620; }
.alerts bdi { overflow-wrap: anywhere; }

.cards { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.6rem 2rem; margin-bottom: 2.2rem; }
.cards.of-2, .cards.of-4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.card { border-top: 1px solid var(--rule); padding-top: .7rem; min-width: 0; }
.card h3 { margin: 0; font-size: 13px; font-weight: 500; color: var(--quiet); }
.big { display: flex; align-items: center; justify-content: space-between; gap: .6rem; margin: .1rem 0 .15rem; font-size: 1.65rem; line-height: 1.25; font-weight: 640; letter-spacing: -.02em; }
.below { margin: 0; font-size: 13px; line-height: 1.45; overflow-wrap: anywhere; }

figure { margin: 0 0 1.4rem; }
figcaption, .takeaway { margin: 0 0 .9rem; font-size: 15px; max-width: 42rem; overflow-wrap: anywhere; }
figcaption::first-letter { text-transform: uppercase; }
svg { display: block; max-width: 100%; }
svg text { font: 12px var(--sans); font-variant-numeric: tabular-nums; fill: var(--quiet); }
svg text.mark { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
.bar { width: 100%; height: 10px; border-radius: 2px; background: var(--raised); }
.bar rect { stroke: var(--paper); stroke-width: 1px; vector-effect: non-scaling-stroke; }
.bar rect.was { stroke: none; }
.kept { fill: var(--kept); } .made { fill: var(--s2); } .lost { fill: var(--lost); } .was { fill: var(--was); }
.series-0 { fill: var(--s0); } .series-1 { fill: var(--s1); } .series-2 { fill: var(--s2); } .series-3 { fill: var(--s3); } .series-4 { fill: var(--s4); }
.outline { fill: none; stroke: var(--was); stroke-width: 1.4px; vector-effect: non-scaling-stroke; }
line.mark { stroke: var(--ink); stroke-width: 1px; stroke-dasharray: 2 3; opacity: .55; }
.axis { stroke: var(--quiet); stroke-width: 1px; }
.range { stroke: var(--kept); stroke-width: 4px; opacity: .45; }
.other { stroke: var(--ink); stroke-width: 1.5px; stroke-dasharray: 3 3; }
.sparkline { flex: none; } .sparkline polyline { fill: none; stroke: var(--kept); stroke-width: 1.5px; } .sparkline circle { fill: var(--kept); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .6rem 0 0; font-size: 13px; }
.swatch { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; margin-right: .45rem; vertical-align: -.03rem; background: currentColor; }
.swatch.kept { color: var(--kept); } .swatch.lost { color: var(--lost); } .swatch.series-0 { color: var(--s0); } .swatch.series-1 { color: var(--s1); } .swatch.series-2 { color: var(--s2); } .swatch.series-3 { color: var(--s3); } .swatch.series-4 { color: var(--s4); }
.swatch.hollow { background: none; border: 1.4px solid var(--was); } .swatch.was { color: var(--was); width: .2rem; }

.bars, .stages { list-style: none; margin: 0; padding: 0; }
.bars li { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr) 4.4rem 4rem; column-gap: 1rem; align-items: center; padding: .22rem 0; }
.bars .name { grid-column: 1; grid-row: 1; overflow-wrap: anywhere; line-height: 1.35; }
.bars .bar { grid-column: 2; grid-row: 1; }
.bars .figure { grid-column: 3; grid-row: 1; text-align: right; }
.bars .part { grid-column: 4; grid-row: 1; color: var(--quiet); font-size: 13.5px; text-align: right; white-space: nowrap; }
.bars.shifts li { grid-template-columns: minmax(0, 11rem) minmax(0, 1fr) 3.2rem 9.5rem; }
.bars.shifts .part { text-align: left; white-space: normal; line-height: 1.25; }
.name bdi { display: inline-block; max-width: 100%; overflow: hidden; vertical-align: bottom; max-height: 4.2em; }
.stage { padding: .5rem 0; }
.stage > p { display: flex; gap: 1rem; margin: 0 0 .25rem; align-items: baseline; }
.stage .name { font-weight: 560; flex: 1; overflow-wrap: anywhere; }
.stage .change { color: var(--quiet); font-size: 13.5px; text-align: right; }
.stage .figure { min-width: 4.4rem; text-align: right; font-weight: 560; }
.stage.quiet .name, .stage.quiet .figure { font-weight: 400; color: var(--quiet); }
.stage.quiet { padding: .3rem 0; }
.drop { margin: .35rem 0 0; font-size: 14px; }
.drop summary { overflow-wrap: anywhere; }
.stage p.drop { padding-left: 1.05rem; }
.drop + .takeaway { margin-top: 1.2rem; }
summary { cursor: pointer; width: fit-content; max-width: 100%; }
summary::marker { color: var(--quiet); }
.data { margin-top: .7rem; font-size: 13.5px; }
figure + .data { margin: -.7rem 0 1.8rem; }
.data > summary { color: var(--quiet); }
.data > summary:hover { color: var(--ink); }
.excerpts { list-style: none; margin: .5rem 0 1rem; padding: 0 0 0 1rem; border-left: 2px solid var(--rule); }
.excerpts li { padding: .5rem 0; }
.excerpts li + li { border-top: 1px solid var(--rule); }
blockquote { margin: 0; overflow: hidden; overflow-wrap: anywhere; max-height: 12em; line-height: 1.5; }
.origin { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .2rem 0 0; font-size: 12.5px; overflow: hidden; overflow-wrap: anywhere; }

.scroll { overflow-x: auto; margin: .6rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.4; }
th { text-align: left; font-weight: 500; color: var(--quiet); border-bottom: 1px solid var(--quiet); white-space: nowrap; }
th, td { padding: .32rem .9rem .32rem 0; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
td { border-bottom: 1px solid var(--rule); }
td.text { overflow-wrap: anywhere; min-width: 6rem; }
.number { text-align: right; white-space: nowrap; }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: 0 0 .8rem; font-size: 13px; color: var(--quiet); }
.facts div { display: flex; gap: .45rem; } .facts dd { margin: 0; color: var(--ink); }
.notes { margin: .4rem 0 1rem; padding-left: 1.1rem; font-size: 14px; }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 13px; color: var(--quiet); }

@media (max-width: 62rem) {
	html { scroll-padding-top: 4rem; }
	.page { grid-template-columns: minmax(0, 46rem); padding: 0 1.1rem 3rem; }
	header, nav, main { grid-column: 1; grid-row: auto; }
	header { padding-top: 1.6rem; }
	nav { top: 0; z-index: 2; margin: 0 -1.1rem 1.1rem; background: var(--paper); border-bottom: 1px solid var(--rule); overflow-x: auto; }
	nav ol { display: flex; margin: 0; padding: 0 .6rem; border: 0; }
	nav a { margin: 0; padding: .8rem .5rem; border: 0; white-space: nowrap; }
}
@media (max-width: 36rem) {
	h1 { font-size: 1.7rem; }
	.cards, .cards.of-2, .cards.of-4 { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.2rem; }
	.big { font-size: 1.35rem; } .sparkline { width: 64px; }
	.alerts li { grid-template-columns: 1.35rem minmax(0, 1fr); gap: .1rem .7rem; padding: .6rem 0; } .alerts li > :nth-child(3) { grid-column: 2; }
	.bars li { grid-template-columns: minmax(0, 1fr) auto 4.2rem; row-gap: .15rem; padding: .3rem 0; }
	.bars.shifts li { grid-template-columns: minmax(0, 1fr) auto 7rem; }
	.bars.shifts .part { text-align: right; }
	.bars .figure { grid-column: 2; min-width: 0; } .bars .part { grid-column: 3; text-align: right; } .bars .bar { grid-column: 1 / -1; grid-row: 2; }
	.stage > p { flex-wrap: wrap; gap: 0 .8rem; } .stage .change { order: 3; flex-basis: 100%; text-align: left; }
}
@media print {
	:root { color-scheme: light; }
	body { font-size: 10.5pt; }
	.page { display: block; padding: 0; max-width: none; }
	nav, .skip, .data { display: none; }
	section { padding: 1rem 0 .2rem; } section + section { margin-top: .8rem; }
	figure, .card, .excerpts li, tr { break-inside: avoid; } #funnel figure { break-inside: auto; } .stage > p { break-after: avoid; } h2, h3 { break-after: avoid; }
	.drop::details-content { content-visibility: visible; block-size: auto; }
	.verdict, .bar, .swatch, .icon, svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
	a { color: inherit; text-decoration: none; }
}
`;
