import {workspaceFolder} from './src/projects.ts';
import {runCommand} from './src/run-command.ts';
import {copyWorkspace} from './src/workspace-copy.ts';

// Installs a clean copy with each major version of npm given, and runs the tests of one project with what it installed.
for (const major of process.argv.slice(2)) {
	await using copy = await copyWorkspace(workspaceFolder, {installed: false});
	const npm = (...given: readonly string[]) => {
		runCommand(copy.folder, 'npx', '--yes', `npm@${major}`, ...given);
	};
	npm('ci');
	npm('test', '--', '--projects=core');
}
