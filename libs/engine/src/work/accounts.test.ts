import test from 'ava';
import fc from 'fast-check';
import {
	addAccounts,
	checkAccount,
	droppedRows,
	emptyAccount,
	sumAccounts,
	type StageAccount,
} from './accounts.ts';

const reasons = fc.dictionary(fc.constantFrom('short', 'long', 'duplicate'), fc.nat(9), {
	noNullPrototype: true,
});

const balanced: fc.Arbitrary<StageAccount> = fc
	.record({
		stage: fc.constantFrom('one', 'two'),
		out: fc.nat(9),
		generated: fc.nat(9),
		dropped: reasons,
		quarantined: fc.nat(9),
	})
	.map((account) => ({
		...account,
		in: account.out + droppedRows({...account, in: 0}) + account.quarantined - account.generated,
	}));

test('an account that balances passes, one row more or less anywhere does not', (t) => {
	fc.assert(
		fc.property(
			balanced,
			fc.constantFrom('in', 'generated', 'out', 'quarantined' as const),
			fc.constantFrom(1, -1),
			(account, field, by) => {
				t.notThrows(() => {
					checkAccount(account, 'partition p');
				});
				const off = {...account, [field]: account[field] + by};
				t.throws(
					() => {
						checkAccount(off, 'partition p');
					},
					{code: 'accounts', message: /^stage (?:one|two), partition p: the accounts do not balance/},
				);
			},
		),
	);
});

test('sums balance as their parts do, and their order does not matter', (t) => {
	fc.assert(
		fc.property(fc.array(fc.array(balanced, {maxLength: 3}), {maxLength: 5}), (partitions) => {
			const sums = sumAccounts(partitions);
			for (const sum of sums)
				t.notThrows(() => {
					checkAccount(sum, 'all');
				});
			const all = partitions.flat();
			for (const {stage, out, dropped} of sums) {
				const own = all.filter((account) => account.stage === stage);
				t.is(
					out,
					own.reduce((total, account) => total + account.out, 0),
				);
				t.is(
					droppedRows({...emptyAccount(stage), dropped}),
					own.reduce((total, account) => total + droppedRows(account), 0),
				);
				t.deepEqual(Object.keys(dropped), Object.keys(dropped).toSorted());
			}
			const byName = (accounts: readonly StageAccount[]) =>
				accounts.toSorted((a, b) => (a.stage < b.stage ? -1 : 1));
			t.deepEqual(byName(sumAccounts(partitions.toReversed())), byName(sums));
		}),
	);
});

test('stages keep the order in which they run', (t) => {
	const partition = ['read', 'clean', 'b', 'a'].map(emptyAccount);
	t.deepEqual(
		sumAccounts([partition, partition]).map(({stage}) => stage),
		['read', 'clean', 'b', 'a'],
	);
	t.deepEqual(sumAccounts([]), []);
});

test('reasons of both accounts are added, by name', (t) => {
	const a = {...emptyAccount('s'), in: 3, dropped: {short: 2, long: 1}};
	const b = {...emptyAccount('s'), in: 2, dropped: {duplicate: 1, short: 1}};
	t.deepEqual(Object.entries(addAccounts(a, b).dropped), [
		['duplicate', 1],
		['long', 1],
		['short', 3],
	]);
});

test('the message says what was counted and what to do', (t) => {
	const account = {...emptyAccount('clean'), in: 10, out: 7, dropped: {short: 1}, quarantined: 1};
	const message =
		'stage clean, partition 12ab: the accounts do not balance: 10 rows in + 0 generated, but 7 out + 1 dropped + 1 quarantined; the stage must name every row in source, drops or quarantines.';
	t.throws(
		() => {
			checkAccount(account, 'partition 12ab');
		},
		{message},
	);
});
