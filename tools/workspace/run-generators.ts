import {workspaceFolder} from './src/projects.ts';
import {runCommand} from './src/run-command.ts';
import {copyWorkspace} from './src/workspace-copy.ts';

// Generates one of each kind in a copy, and checks what was written as it stands.
const generate = ['stage', 'pipeline', 'dataset'].map((kind) => `nx g ${kind} generated-${kind}`);
const check =
	'nx run-many -t lint,typecheck,test,smoke -p stages,workspace,generated-pipeline,generated-dataset';
await using copy = await copyWorkspace(workspaceFolder, {installed: true});
for (const line of [...generate, 'prettier --check .', 'nx sync:check', check]) {
	runCommand(copy.folder, 'npx', ...line.split(' '));
}
