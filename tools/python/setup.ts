import {makePython, pythonOf} from '@millrace/training';
import {pythonEnvironment} from './src/python-environment.ts';

try {
	if ((await pythonOf(pythonEnvironment)) === undefined)
		console.log('Installing pyarrow, DuckDB and datasets into .venv: about 570 MB, once.');
	const python = await makePython(pythonEnvironment);
	console.log(`Python is ready at ${python}; npm test now runs the tests that need it.`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
