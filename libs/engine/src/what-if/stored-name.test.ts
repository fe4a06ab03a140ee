import {int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {storedName} from './stored-name.ts';

const plan = pipeline('words', fromJsonl({files: 'none', columns: {text: utf8}}))
	.derive('size', int32, ({text}) => text.length)
	.rename({size: 'letters'})
	.map({name: 'trim', adds: {text: utf8}, map: ({text}) => ({text: text.trim()})})
	.drop('letters')
	.derive('size', int32, ({text}) => text.length);

const cases = [
	{
		title: 'a published row has a column under its later name',
		column: 'text',
		position: 2,
		left: undefined,
		name: 'text',
	},
	{
		title: 'a column that was written anew since is lost',
		column: 'text',
		position: 1,
		left: undefined,
		name: undefined,
	},
	{
		title: 'a column that was left out since is lost, though another has its name',
		column: 'size',
		position: 0,
		left: undefined,
		name: undefined,
	},
	{
		title: 'a row that left later has the name of that step',
		column: 'size',
		position: 0,
		left: 2,
		name: 'letters',
	},
	{
		title: 'a row that left at the step has what it had there',
		column: 'text',
		position: 2,
		left: 2,
		name: 'text',
	},
	{
		title: 'a row that left before has what was not written since',
		column: 'letters',
		position: 2,
		left: 1,
		name: 'size',
	},
	{
		title: 'a row that left before lacks what was made since',
		column: 'size',
		position: 0,
		left: 0,
		name: 'size',
	},
	{
		title: 'a row that left before a column was written has another',
		column: 'text',
		position: 4,
		left: 0,
		name: undefined,
	},
] as const;

for (const {title, column, position, left, name} of cases)
	test(title, (t) => {
		t.is(storedName(plan, column, position, left), name);
	});
