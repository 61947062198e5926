import { BlockList, isIP } from 'node:net'

/** What is not the open internet (IANA's special-purpose registries): the host's own machine, its network, and what leads there. */
const CLOSED = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8',
]

const closed = new BlockList()
for (const range of CLOSED) {
  const [network = '', bits] = range.split('/')
  closed.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
}

/** True for an address of the open internet. IPv4 written as IPv6 counts as the IPv4 that it is. */
export function isOpenAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !closed.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
