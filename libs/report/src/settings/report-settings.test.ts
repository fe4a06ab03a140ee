import test from 'ava';
import {exportedSettings, reportSettings} from './report-settings.ts';

test('keeps the roles that were named', (t) => {
	t.deepEqual(reportSettings({label: 'queue', text: 'body'}).roles, {text: 'body', label: 'queue'});
	t.deepEqual(reportSettings().roles, {});
});

test('one error names every unknown role and every bad name', (t) => {
	const given = {txet: 'body', label: ''};
	t.throws(() => reportSettings(given), {
		code: 'usage',
		message:
			/^report settings: label: expected the name of a column; unknown option "txet", did you mean "text"\?/,
	});
});

test('keeps prices, of the shape that withLimits takes', (t) => {
	const prices = {perMillionInput: 1, perMillionOutput: 4};
	t.deepEqual(reportSettings({prices}).prices, prices);
	t.is(reportSettings().prices, undefined);
	const given: object = {prices: {perMillion: -1}};
	t.throws((): unknown => Reflect.apply(reportSettings, undefined, [given]), {
		code: 'usage',
		message: /^report settings: prices/,
	});
});

test('finds the export of a module', (t) => {
	const report = reportSettings({text: 'body'});
	t.is(exportedSettings('p.ts', {default: 1, report}), report);
	t.is(exportedSettings('p.ts', {default: 1}), undefined);
	t.is(exportedSettings('p.ts', undefined), undefined);
});

test('an export that is no settings, or nearly named so, is an error', (t) => {
	t.throws(() => exportedSettings('p.ts', {report: {text: 'body'}}), {
		code: 'usage',
		message: 'p.ts: expected the export report to be made by reportSettings({…}), found object; call it.',
	});
	t.throws(() => exportedSettings('p.ts', {reports: reportSettings()}), {
		message: /found them as reports; rename it\.$/,
	});
});
