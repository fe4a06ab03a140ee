/** An amount in whatever currency: `1,234.50`, `0.012`. */
export function money(amount: number): string {
	if (amount === 0) return '0';
	if (amount < 1) return String(Number(amount.toPrecision(2)));
	const [whole = '', cents = ''] = amount.toFixed(2).split('.');
	return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
