import test from 'ava';
import {versionOfHeading} from './heading-version.ts';

const cases = [
	{heading: '[1.2.3] - 2026-01-02', version: '1.2.3'},
	{heading: 'v4.0.0-beta.1 (2026-01-02)', version: '4.0.0-beta.1'},
	{heading: '1.52.0 / 2022-02-21', version: '1.52.0'},
	{heading: 'Version 0.3', version: '0.3'},
	{heading: '2018-06-17: Version 4.0.1', version: '4.0.1'},
	{heading: '@a/b@1.2.3', version: '1.2.3'},
	{heading: 'axios 1.2.3', version: '1.2.3'},
	{heading: 'v1.18.0 \u2014 June 13, 2026', version: '1.18.0'},
	{heading: '[Unreleased]', version: null},
	{heading: 'master', version: null},
	{heading: 'Fixed', version: undefined},
	{heading: '2026', version: undefined},
	{heading: 'Support for Node 0.8', version: undefined},
	{
		heading: 'Next generation of things that are far too many to be a heading of a version',
		version: undefined,
	},
	{heading: '', version: undefined},
];

for (const {heading, version} of cases) {
	test(`${JSON.stringify(heading)} names ${String(version)}`, (t) => {
		t.is(versionOfHeading(heading), version);
	});
}
