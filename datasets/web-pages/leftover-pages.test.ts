import test from 'ava';
import {leftovers} from './leftover-pages.ts';

test('what a crawler brings home besides texts is there', (t) => {
	const pages = leftovers().map(({body, ...rest}) => ({...rest, text: Buffer.from(body).toString()}));
	for (const sign of [
		'enable JavaScript',
		'Lorem ipsum',
		'@example.org',
		'hatters of the nineteenth',
		'caf\u00c3\u00a9',
	])
		t.true(
			pages.some(({text}) => text.includes(sign)),
			sign,
		);
	t.deepEqual([...new Set(pages.map(({status}) => status?.slice(0, 3) ?? '200'))].sort(), [
		'200',
		'301',
		'404',
	]);
	t.true(pages.some(({contentType}) => contentType === 'application/pdf'));
});
