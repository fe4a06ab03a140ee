import {isTest} from './src/undeclared-imports.ts';
import {readProjects, workspaceFolder} from './src/projects.ts';
import {runCommand} from './src/run-command.ts';
import {isTypesAlone} from './src/untested-sources.ts';

// V8 never loads a file of types alone, and would count its lines as not covered.
const projects = await readProjects();
const sources = projects.flatMap(({sources}) => sources);
const typesAlone = sources.filter(({path, text}) => isTest(path) || isTypesAlone(text)).map(({path}) => path);
const exclude = ['**/*.generated.ts', '**/fixtures/**', 'libs/testing/**', ...typesAlone].map(
	(each) => `--exclude=${each}`,
);
const tests = ['libs', 'apps', 'pipelines', 'datasets'].map((folder) => `${folder}/**/*.test.ts`);
runCommand(workspaceFolder, 'c8', ...exclude, 'ava', ...tests);
