import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../apps/modules.ts'
import type { Context } from '../kernel/context.ts'
import { createContext, systemActor } from './database/index.ts'
import { type FieldCipher, parseFieldCipher } from './field-cipher.ts'
import { openText, sealText } from './sealed-text.ts'
import { openTestCity, type TestCity } from './testing/index.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

describe('SM4 of this Node.js', () => {
  const KEY = hex('0123456789abcdeffedcba9876543210')
  const block = (key: Buffer, text: Buffer) =>
    createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(text).toString('hex')

  it('gives the vectors of GB/T 32907-2016, annex A', () => {
    expect(block(KEY, KEY)).toBe('681edf34d206965e86b3e94f536e4246')
    // A million times over: the last block of CBC over zeros, with the text as its IV.
    const cipher = createCipheriv('sm4-cbc', KEY, KEY).setAutoPadding(false)
    expect(cipher.update(Buffer.alloc(16_000_000)).subarray(-16).toString('hex')).toBe(
      '595298c7c6fd271f0402f804c33d3f66',
    )
  })

  it('gives the vectors of draft-ribose-cfrg-sm4-10, A.1.4 and A.2.5', () => {
    const counting = hex('000102030405060708090a0b0c0d0e0f')
    expect(block(hex('fedcba98765432100123456789abcdef'), counting)).toBe('f766678f13f01adeac1b3ea955adb594')
    const text = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('')
    expect(createCipheriv('sm4-ctr', KEY, counting).update(hex(text))).toEqual(
      hex(`ac3236cb 970cc207 91364c39 5a1342d1 a3cbc187 8c6f30cd 074cce38 5cdd70c7
        f234bc0e 24c11980 fd128631 0ce37b92 6e02fcd0 faa0baf3 8b293385 1d824514`),
    )
  })
})

it('SM3 of this Node.js gives the vectors of GB/T 32905-2016, annex A', () => {
  const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

describe('A sealed text', () => {
  const CIPHERS: readonly FieldCipher[] = ['aes-256-gcm', 'sm4-ctr-hmac-sm3']
  const PLACE = { purpose: 'test', owner: 'a' }
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city?.close())

  const contextOf = (fieldCipher: FieldCipher): Context =>
    createContext({
      database: { ...city.database, fieldCipher },
      tenantId: city.tenant.id,
      actor: systemActor(modules),
      clock: city.clock,
      locale: 'zh-CN',
      modules,
    })

  it('opens by whichever cipher it was made, whatever the setting is now', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const cipher of CIPHERS) {
          const sealed = sealText(contextOf(cipher), text, PLACE)
          for (const other of CIPHERS) expect(openText(contextOf(other), sealed, PLACE)).toBe(text)
        }
      }),
      { numRuns: 30 },
    )
  })

  it.each(CIPHERS)('made by %s opens nowhere else, and not after one bit was changed', (cipher) => {
    const ctx = contextOf(cipher)
    const sealed = sealText(ctx, '13800000000', PLACE)
    expect(sealed).not.toBe(sealText(ctx, '13800000000', PLACE))
    expect(() => openText(ctx, sealed, { ...PLACE, owner: 'b' })).toThrow()
    expect(() => openText(ctx, sealed, { ...PLACE, purpose: 'other' })).toThrow()
    expect(() => openText({ ...ctx, tenantId: crypto.randomUUID() }, sealed, PLACE)).toThrow()
    const [prefix, body = ''] = sealed.split(':')
    const bytes = Buffer.from(body, 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(() => openText(ctx, `${prefix}:${changed.toString('base64url')}`, PLACE)).toThrow()
    }
    expect(() => openText(ctx, `${prefix}:`, PLACE)).toThrow()
    const other = cipher === 'aes-256-gcm' ? 'sm4ctr-hsm3' : 'a256gcm'
    expect(() => openText(ctx, `${other}:${body}`, PLACE)).toThrow()
  })

  it('goes by a setting that says what it may be', () => {
    expect(parseFieldCipher(undefined)).toBe('aes-256-gcm')
    expect(parseFieldCipher('sm4-ctr-hmac-sm3')).toBe('sm4-ctr-hmac-sm3')
    expect(() => parseFieldCipher('sm4')).toThrow('platform.malformed-field-cipher')
  })
})
