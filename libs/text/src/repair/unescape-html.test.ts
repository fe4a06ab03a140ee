import test from 'ava';
import {unescapeHtml} from './unescape-html.ts';

const cases = [
	['&lt;tag&gt;', '<tag>'],
	['&Jscr;ohn &HilbertSpace;ancock', '𝒥ohn ℋancock'],
	['P&EACUTE;REZ and P&eacute;rez', 'PÉREZ and Pérez'],
	['STRA&SZLIG;E', 'STRASSE'],
	['&nTILDE; &GTRAPPROX; &notit; &amp', '&nTILDE; &GTRAPPROX; &notit; &amp'],
	['&#8364;&#x20AC;&#128;', '€€€'],
	['&#0;&#xD800;&#1114112;', '\ufffd\ufffd\ufffd'],
	['a&#1;b&#xFFFE;c', 'abc'],
	['&#59; &#12a; &#x; &#xyz;', '&#59; &#12a; &#x; &#xyz;'],
	['this&not that', 'this&not that'],
] as const;

for (const [text, expected] of cases) {
	test(`reads ${text} as ${JSON.stringify(expected)}`, (t) => {
		t.is(unescapeHtml(text), expected);
	});
}
