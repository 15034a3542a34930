import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPassword } from '../new-password.ts'
import { passwordFault } from './password-fault.ts'
import { DEFAULT_SETTINGS } from './security-settings.ts'

const faultOf = (password: string, settings = {}) =>
  passwordFault(password, ['pudong', '浦东新区联络员'], { ...DEFAULT_SETTINGS, ...settings })

describe('a password', () => {
  it.each([
    ['Kq7-vbm', 'too-short'],
    ['黄浦江边看日出', 'too-short'],
    ['Kq7-Pudong-vbmx', 'has-name'],
    ['我是浦东新区联络员甲乙丙', 'has-name'],
    ['P@ssw0rd2024!', 'too-common'],
    ['Admin@123456', 'too-common'],
    ['1qaz2wsx#EDC4rfv', undefined],
    ['Qwer1234!@#$', 'too-common'],
    ['aaaaaaaaaaaaA1-', 'too-common'],
    ['Woaini1314520!', 'too-common'],
    ['ﾌpassword123456', 'too-common'],
    ['kqvbmxthrwdz', 'too-simple'],
    ['KqvbmXthRwdz', 'too-simple'],
    ['Kq7vbmXthRwdz', undefined],
    ['correct horse battery', undefined],
    ['kqvbmxthrwdzlpnygfjc', undefined],
  ])('%s: %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault)
  })

  it('is measured by the settings', () => {
    expect(faultOf('Kq7vbmXthRwdz', { passwordLength: 16 })).toBe('too-short')
    expect(faultOf('kqvbmxthrwdz', { passwordClasses: 1 })).toBe(undefined)
    expect(faultOf('Kq7vbmXthRwdz', { passwordClasses: 4 })).toBe('too-simple')
    expect(faultOf('correct horse battery', { passphraseLength: 30 })).toBe('too-simple')
  })

  it('that we make ourselves is always taken', () => {
    fc.assert(
      fc.property(fc.constant(null), () => faultOf(newPassword()) === undefined),
      { numRuns: 50 },
    )
  })
})
