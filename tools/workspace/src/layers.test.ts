import test from 'ava';
import {layers, testLayers} from './layers.ts';

test('both tables name the same layers', (t) => {
	t.deepEqual(Object.keys(testLayers), Object.keys(layers));
});

test('no layer imports itself through others, not even through their tests', (t) => {
	const next = (layer: string) =>
		[...(layers[layer] ?? []), ...(testLayers[layer] ?? [])].filter((other) => other !== layer);
	const reached = new Set<string>();
	const visit = (layer: string): void => {
		for (const other of next(layer)) {
			if (reached.has(other)) continue;
			reached.add(other);
			visit(other);
		}
	};
	const circular = Object.keys(layers).filter((layer) => {
		reached.clear();
		visit(layer);
		return reached.has(layer);
	});
	t.deepEqual(circular, []);
});

test('core imports nothing of ours, and testing imports core alone', (t) => {
	t.deepEqual([layers['core'], layers['testing']], [[], ['core']]);
});
