import {workspaceFolder} from './src/projects.ts';
import {runCommand} from './src/run-command.ts';
import {copyWorkspace} from './src/workspace-copy.ts';

// Generates one of each kind in a copy, and checks what was written as it stands.
await using copy = await copyWorkspace(workspaceFolder, {installed: true});
const npx = (...given: readonly string[]) => {
	runCommand(copy.folder, 'npx', ...given);
};
for (const kind of ['stage', 'pipeline', 'dataset']) npx('nx', 'g', kind, `generated-${kind}`);
npx('prettier', '--check', '.');
npx('nx', 'sync:check');
npx(
	'nx',
	'run-many',
	'-t',
	'lint,typecheck,test,smoke',
	'-p',
	'stages,workspace,generated-pipeline,generated-dataset',
);
