import {makePython, pythonOf} from '@millrace/training';
import {trainerEnvironment} from './data/trainer-environment.ts';

try {
	if ((await pythonOf(trainerEnvironment)) === undefined)
		console.log(
			'Installing PyTorch, transformers and peft into apps/trainer/runner/.venv: about 5 GB, once.',
		);
	const python = await makePython(trainerEnvironment, {
		onLine: (line) => {
			console.log(`  ${line}`);
		},
	});
	console.log(`The trainer is ready: ${python}. Try npm run trainer -- train package-docs --runner local`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
