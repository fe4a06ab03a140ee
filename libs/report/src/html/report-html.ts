import {createHash} from 'node:crypto';
import type {Report} from '../report.ts';
import {reportFigures} from '../report-name.ts';
import {alertList, verdictBanner} from './alerts-part.ts';
import {augmentationPart} from './augmentation-part.ts';
import {labelsPart, languagesPart} from './categories-part.ts';
import {columnsPart} from './columns-part.ts';
import {differencePart} from './difference-part.ts';
import {duplicatesPart} from './duplicates-part.ts';
import {section, type Part} from './figure.ts';
import {funnelPart} from './funnel-part.ts';
import {leakagePart} from './leakage-part.ts';
import {lengthsPart} from './lengths-part.ts';
import {markup, type Markup} from './markup.ts';
import {overviewPart} from './overview-part.ts';
import {probePart} from './probe-part.ts';
import {quarantinePart} from './quarantine-part.ts';
import {samplesPart} from './samples-part.ts';
import {style} from './style.ts';

/** The parts of a page in order; a version that lacks what a part is about has none. */
const parts: readonly ((report: Report) => Part | null)[] = [
	overviewPart,
	funnelPart,
	quarantinePart,
	lengthsPart,
	languagesPart,
	labelsPart,
	probePart,
	augmentationPart,
	duplicatesPart,
	leakagePart,
	differencePart,
	columnsPart,
	samplesPart,
];

/**
 * The page of a report: one file without scripts, that loads nothing, whose policy lets it run and load nothing. Text of
 * the data is escaped, isolated and shows what is hidden in it.
 */
export function reportHtml(report: Report): string {
	const found = parts.flatMap((part) => part(report) ?? []);
	const titles = new Map(found.map(({id, title}) => [id, title]));
	const {name, version, previous} = report;
	const alerts = alertList(report, titles);
	const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${name} version ${version}: report</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="page">
<header><p class="brand">Millrace report</p><h1>${name}</h1><p class="sub">version ${version}${previous === null ? ', the first' : `, compared with version ${previous}`} · the figures as <a href="${reportFigures(version).replace('reports/', '')}">JSON</a></p></header>
<nav aria-label="Sections"><ol>${found.map(({id, title}) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main id="main">
${verdictBanner(report)}
${alerts ? section({id: 'alerts', title: 'To look at', body: alerts}) : null}
${found.map((part) => markup`${section(part)}\n`)}
<footer><p>Excerpts, labels, errors and paths come from the data. Hidden characters are shown as <i class="sign">signs</i>.</p></footer>
</main>
</div>
</body>
</html>
`;
	return page.source;
}

/** Text of our own that must stand as it is. */
const raw = (source: string): Markup => ({source});

const digest = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
