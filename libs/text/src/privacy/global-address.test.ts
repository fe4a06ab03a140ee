import test from 'ava';
import {isGlobalAddress} from './global-address.ts';

const global = ['1.1.1.1', '8.8.8.8', '163.36.107.25', '223.255.255.254', '2001:4860:4860::8888', '2a00::1'];
const special = [
	...['0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.2', '169.254.1.1', '172.16.0.9', '172.31.254.254'],
	...[
		'192.0.0.8',
		'192.0.2.1',
		'192.168.1.2',
		'198.18.0.1',
		'198.51.100.1',
		'203.0.113.1',
		'224.0.0.1',
		'255.255.255.255',
	],
	...['::1', 'fe80::1', 'fc00::1', 'ff02::1', '2001:db8::1', '64:ff9b::1', '3fff::1'],
];

test('tells addresses that someone on the internet can have from all others', (t) => {
	t.deepEqual(global.filter(isGlobalAddress), global);
	t.deepEqual(special.filter(isGlobalAddress), []);
});
