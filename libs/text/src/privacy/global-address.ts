import {BlockList, isIPv4} from 'node:net';

/** Whether an address can belong to someone on the internet. Source: IANA registries of special-purpose addresses. */
export const isGlobalAddress = (address: string): boolean =>
	isIPv4(address)
		? !special.check(address, 'ipv4') && !/^(?:22[4-9]|23\d|24\d|25\d)\./.test(address)
		: unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');

const special = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
] as const)
	special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
] as const)
	special.addSubnet(network, prefix, 'ipv6');

const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
