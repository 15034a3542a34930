import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base32, codeOfStep, matchingStep, otpauthUri, stepOf } from './totp.ts'

const ascii = (text: string) => Buffer.from(text, 'ascii')
const SECRET = ascii('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

describe('the one-time passwords of the standards', () => {
  // RFC 4226, appendix D.
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, count) => [count, code] as const,
    ),
  )('count %i is %s', (count, code) => {
    expect(codeOfStep(SECRET, count)).toBe(code)
  })

  // RFC 6238, appendix B, with the seeds of its erratum 2866.
  const SEEDS = {
    sha1: SECRET,
    sha256: ascii('12345678901234567890123456789012'),
    sha512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
  }
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('at second %i: %s, %s, %s', (seconds, ...codes) => {
    const made = Object.entries(SEEDS).map(([algorithm, seed]) =>
      codeOfStep(seed, stepOf(at(seconds)), { digits: 8, algorithm }),
    )
    expect(made).toEqual(codes)
  })

  // RFC 4648, 10.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%s in base 32 is %s', (text, encoded) => {
    expect(base32(ascii(text))).toBe(encoded)
  })
})

describe('a code', () => {
  it('is good half a minute early or late, once, and never before one that was used', () => {
    const now = at(1_700_000_000)
    fc.assert(
      fc.property(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), (shift, used) => {
        const step = stepOf(now) + shift
        const lastStep = stepOf(now) + used
        const expected = Math.abs(shift) <= 1 && shift > used ? step : undefined
        expect(matchingStep(SECRET, codeOfStep(SECRET, step), { now, lastStep })).toBe(expected)
      }),
    )
  })

  it.each(['', '1', '75522', '7552244', '٧٥٥٢٢٤', '755 24'])('is not %s', (code) => {
    expect(matchingStep(SECRET, code, { now: at(59), lastStep: -9 })).toBe(undefined)
  })

  it('comes from a secret that an app reads off the QR code', () => {
    const uri = new URL(otpauthUri(SECRET, { issuer: '泊江市 台账', account: 'duban' }))
    expect(uri.protocol + uri.host).toBe('otpauth:totp')
    expect(decodeURIComponent(uri.pathname)).toBe('/泊江市 台账:duban')
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  })
})
