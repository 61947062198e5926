import { expect, test } from 'vitest'
import { isOpenAddress } from './addresses.js'

test.each(['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.100.100.200', '224.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', 'fe80::1', 'fd00::1', 'ff02::1', '2002:7f00:1::', 'localhost', ''])(
  '%s is closed',
  (address) => expect(isOpenAddress(address)).toBe(false),
)
test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '::ffff:8.8.8.8', '2606:4700:4700::1111'])('%s is open', (address) => expect(isOpenAddress(address)).toBe(true))
