import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { hostNameAsAddress } from './host-name-as-address.ts'

test('the address to ask from is a number', () =>
  checkRule(
    hostNameAsAddress,
    `
check host shop with address shop.example.com
  if failed ping address eth0 then alert
#                        ^^^^ error: 'eth0' is no IP address; accepted: an address of this machine to ask from, such as 192.0.2.7 or ::1
  if failed port 80 protocol http address "[::1]" for 3 cycles then alert
#                                         ^^^^^^^ error: '[::1]' stands in brackets; accepted: an address of this machine to ask from, such as 192.0.2.7 or ::1
  if failed port 443 address 192.0.2.7 with ssl then alert
  if failed ping6 address fe80::1 then alert
  if failed ping address <%= own %> then alert
`,
  ))
