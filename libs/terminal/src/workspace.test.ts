import test from 'ava';
import {workspaceAbove} from './workspace.ts';

test('there is no workspace above the root of the file system', (t) => {
	t.is(workspaceAbove('/'), undefined);
	t.truthy(workspaceAbove(import.meta.dirname));
});
