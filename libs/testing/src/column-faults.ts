import {typeName, valueFault, type AnyRow, type Columns, type Output} from '@millrace/core';

/** Which columns of an output are missing, not declared, of another length or hold values of another type. */
export function columnFaults({length, columns}: Output<AnyRow>, adds: Columns): readonly string[] {
	const unknown = Object.keys(columns).filter((name) => !(name in adds));
	const faults = unknown.map(
		(name) => `column ${name} is not among those that the step adds (${Object.keys(adds).join(', ')})`,
	);
	for (const [name, {type}] of Object.entries(adds)) {
		const values = columns[name];
		if (values?.length !== length) {
			faults.push(
				`column ${name}: expected ${length} values of ${typeName(type)}, found ${values?.length ?? 'none'}`,
			);
			continue;
		}
		for (let row = 0; row < length; row++) {
			const fault = valueFault(values[row], type);
			if (fault !== undefined) faults.push(`column ${name}, row ${row}: ${fault}`);
		}
	}
	return faults;
}
