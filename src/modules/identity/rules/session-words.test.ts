import { expect, it } from 'vitest'
import { deviceName } from './device-name.ts'
import { shortAddress } from './short-address.ts'

it.each([
  ['10.1.2.34', '10.1.2.*'],
  ['::ffff:192.168.7.9', '192.168.7.*'],
  ['2001:db8:1:2::7', '2001:db8:1:*'],
  ['::1', ':*'],
  ['<script>', ''],
])('the address %s is shown as %s', (address, shown) => {
  expect(shortAddress(address)).toBe(shown)
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome 140 · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge 140 · Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari 18 · iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox 130 · Linux'],
  ['curl/8.5.0', ''],
  ['', ''],
])('a browser that says %s is called %s', (userAgent, shown) => {
  expect(deviceName(userAgent)).toBe(shown)
})
