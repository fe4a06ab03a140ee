import test from 'ava';
import {lazyModel} from './lazy-model.ts';

/** Tells what happened to it, in order. */
function recorded(failures = 0) {
	const log: string[] = [];
	const model = lazyModel(() => {
		log.push('open');
		if (failures-- > 0) return Promise.reject(new Error('no memory'));
		return Promise.resolve({
			dispose: async () => {
				log.push('dispose');
				return Promise.resolve();
			},
		});
	});
	return {log, model};
}

test('it opens on first use, is used by one at a time, and opens again after close', async (t) => {
	const {log, model} = recorded();
	const use = async (name: string): Promise<void> =>
		model.use(async () => {
			log.push(`${name} begins`);
			await new Promise(setImmediate);
			log.push(`${name} ends`);
		});
	t.deepEqual(log, []);
	await Promise.all([use('a'), use('b'), model.close()]);
	t.deepEqual(log, ['open', 'a begins', 'a ends', 'b begins', 'b ends', 'dispose']);
	await model.close();
	await use('c');
	t.deepEqual(log.slice(6), ['open', 'c begins', 'c ends']);
});

test('a failure to open is thrown, and the next use tries again', async (t) => {
	const {log, model} = recorded(1);
	await t.throwsAsync(
		model.use(async () => Promise.resolve()),
		{message: 'no memory'},
	);
	t.is(await model.use(async () => Promise.resolve(3)), 3);
	t.deepEqual(log, ['open', 'open']);
});

test('an aborted use does not run', async (t) => {
	const {log, model} = recorded();
	const reason = new Error('enough');
	await t.throwsAsync(
		model.use(async () => Promise.resolve(t.fail()), AbortSignal.abort(reason)),
		{is: reason},
	);
	t.deepEqual(log, []);
});
