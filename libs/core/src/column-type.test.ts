import test from 'ava';
import fc from 'fast-check';
import {
	binary,
	bool,
	float32,
	float64,
	int32,
	int64,
	list,
	nullable,
	struct,
	timestamp,
	utf8,
	type ColumnType,
} from './column.ts';
import {isAssignable, typeName, valueFault} from './column-type.ts';

const scalars = [utf8, bool, int32, int64, float32, float64, binary, timestamp].map(({type}) => type);

const {type: anyType} = fc.letrec<{type: ColumnType}>((tie) => ({
	type: fc
		.tuple(
			fc.oneof(
				{depthSize: 'small', maxDepth: 3},
				fc.constantFrom(...scalars),
				tie('type').map((of): ColumnType => ({kind: 'list', of})),
				fc
					.dictionary(fc.constantFrom('a', 'b', 'toString'), tie('type'))
					.map((fields): ColumnType => ({kind: 'struct', fields})),
			),
			fc.boolean(),
		)
		.map(([type, isNullable]): ColumnType => (isNullable ? {...type, nullable: true} : type)),
}));

/** Values that fit a type, and none that does not. */
function valuesOf(type: ColumnType): fc.Arbitrary<unknown> {
	return type.nullable ? fc.option(bareValues(type)) : bareValues(type);
}

function bareValues(type: ColumnType): fc.Arbitrary<unknown> {
	switch (type.kind) {
		case 'utf8':
			return fc.string({unit: 'binary'});
		case 'bool':
			return fc.boolean();
		case 'int32':
			return fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1});
		case 'int64':
		case 'timestamp':
			return fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n});
		case 'float32':
			return fc.float();
		case 'float64':
			return fc.double();
		case 'binary':
			return fc.uint8Array();
		case 'list':
			return fc.array(valuesOf(type.of), {maxLength: 4});
		case 'struct':
			return fc.record(
				Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, valuesOf(field)])),
			);
	}
}

test('a value that fits its type has no fault', (t) => {
	const typed = anyType.chain((type) => fc.tuple(fc.constant(type), valuesOf(type)));
	fc.assert(
		fc.property(typed, ([type, value]) => {
			t.is(valueFault(value, type), undefined);
		}),
	);
});

test('null and nothing fit a nullable type alone', (t) => {
	fc.assert(
		fc.property(anyType, (type) => {
			const wanted = typeName(type);
			t.is(valueFault(null, type), type.nullable ? undefined : `expected ${wanted}, found null`);
			t.is(valueFault(undefined, type), type.nullable ? undefined : `expected ${wanted}, found nothing`);
		}),
	);
});

test('a value of another kind has a fault that says what was expected and found', (t) => {
	const faults: readonly (readonly [unknown, ColumnType, string])[] = [
		[1, utf8.type, 'expected utf8, found the number 1'],
		['x'.repeat(50), int32.type, `expected int32, found the text "${'x'.repeat(40)}"`],
		['1', nullable(int32).type, 'expected int32 or null, found the text "1"'],
		[1.5, int32.type, 'expected int32, found the number 1.5'],
		[2 ** 31, int32.type, 'expected int32, found the number 2147483648'],
		[-(2 ** 31) - 1, int32.type, 'expected int32, found the number -2147483649'],
		[Number.NaN, int32.type, 'expected int32, found the number NaN'],
		[1, int64.type, 'expected int64, found the number 1'],
		[2n ** 63n, int64.type, 'expected int64, found a value of type bigint'],
		[-(2n ** 63n) - 1n, timestamp.type, 'expected timestamp, found a value of type bigint'],
		[new Date(0), timestamp.type, 'expected timestamp, found a value of type object'],
		[1n, float64.type, 'expected float64, found a value of type bigint'],
		['true', bool.type, 'expected bool, found the text "true"'],
		[[1, 2], binary.type, 'expected binary, found a list'],
		['abc', list(utf8).type, 'expected a list, found the text "abc"'],
		[new Float64Array(1), list(float64).type, 'expected a list, found a value of type object'],
		[['a', 1], list(utf8).type, 'item 1: expected utf8, found the number 1'],
		[[['a'], ['b', null]], list(list(utf8)).type, 'item 1: item 1: expected utf8, found null'],
		[[], struct({a: utf8}).type, 'expected a struct, found a list'],
		['a', struct({a: utf8}).type, 'expected a struct, found the text "a"'],
		[{}, struct({a: utf8}).type, 'field a: expected utf8, found nothing'],
		[
			{a: 'x', b: [{c: 1}]},
			struct({a: utf8, b: list(struct({c: utf8}))}).type,
			'field b: item 0: field c: expected utf8, found the number 1',
		],
	];
	for (const [value, type, fault] of faults) t.is(valueFault(value, type), fault);
});

test('floats hold NaN and infinities; a struct may leave out what may be null, and hold more', (t) => {
	for (const value of [Number.NaN, Infinity, -Infinity, -0]) t.is(valueFault(value, float64.type), undefined);
	const {type} = struct({a: utf8, b: nullable(utf8)});
	t.is(valueFault({a: 'x', c: 1}, type), undefined);
	t.is(valueFault(Buffer.from('x'), binary.type), undefined);
});

test('a fault is told from any value whatever', (t) => {
	fc.assert(
		fc.property(
			fc.anything({withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true}),
			anyType,
			(value, type) => {
				const fault = valueFault(value, type);
				t.true(fault === undefined || fault.length > 0);
			},
		),
	);
});

test('text must be well-formed, also within lists and structs', (t) => {
	const fault = 'the text holds a lone surrogate';
	for (const text of ['\ud800', 'a\udc00b', '\ude00\ud83d']) t.is(valueFault(text, utf8.type), fault);
	t.is(valueFault('😀', utf8.type), undefined);
	t.is(valueFault([{a: '\ud800'}], list(struct({a: utf8})).type), `item 0: field a: ${fault}`);
});

test('a type is written as people read it', (t) => {
	t.is(typeName(nullable(list(nullable(int64))).type), 'list<int64 or null> or null');
	t.is(
		typeName(struct({role: utf8, at: nullable(timestamp)}).type),
		'struct<role: utf8, at: timestamp or null>',
	);
	t.deepEqual(scalars.map(typeName), [
		'utf8',
		'bool',
		'int32',
		'int64',
		'float32',
		'float64',
		'binary',
		'timestamp',
	]);
});

test('a type is assignable to itself and to itself or null, and the latter not to the former', (t) => {
	fc.assert(
		fc.property(anyType, (type) => {
			const {nullable: _, ...bare} = type;
			t.true(isAssignable(type, type));
			t.true(isAssignable(bare, {...bare, nullable: true}));
			t.false(isAssignable({...bare, nullable: true}, bare));
		}),
	);
});

test('values of an assignable type fit the wanted one', (t) => {
	const pairs = fc.tuple(anyType, anyType).filter(([found, wanted]) => isAssignable(found, wanted));
	fc.assert(
		fc.property(
			pairs.chain(([found, wanted]) => fc.tuple(valuesOf(found), fc.constant(wanted))),
			([value, wanted]) => {
				t.is(valueFault(value, wanted), undefined);
			},
		),
	);
});

test('no two kinds of scalar are assignable, nor is a list or a struct of another', (t) => {
	for (const [index, found] of scalars.entries()) {
		for (const [other, wanted] of scalars.entries()) t.is(isAssignable(found, wanted), index === other);
	}
	t.false(isAssignable(list(utf8).type, list(int32).type));
	t.false(isAssignable(list(nullable(utf8)).type, list(utf8).type));
	t.false(isAssignable(utf8.type, list(utf8).type));
	t.false(isAssignable(struct({a: utf8}).type, struct({a: utf8, b: utf8}).type));
	t.false(isAssignable(struct({}).type, struct({toString: utf8}).type));
	t.true(isAssignable(struct({a: utf8, b: utf8}).type, struct({a: utf8}).type));
});
