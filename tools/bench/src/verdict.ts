import {figure} from './figure.ts';
import type {Aim} from './section.ts';

/** Says whether an aim is met, or by what factor it is missed. */
export function verdict({target, good, measured, why}: Aim): string {
	if (measured === undefined) return `not measured: ${why ?? 'no figure'}`;
	if (good === 'least' ? measured >= target : measured <= target) return 'met';
	const factor = good === 'least' ? target / measured : measured / target;
	return Number.isFinite(factor) ? `missed by ${figure(factor)}x` : 'missed';
}

/** The target in words. */
export const targetText = ({target, good, unit}: Aim): string =>
	`${good === 'least' ? 'at least' : 'at most'} ${target}${unit && ` ${unit}`}`;
