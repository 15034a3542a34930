import { describe, expect, it } from 'vitest'
import { restoreLostCharacters } from './restore-lost-characters.ts'

describe('a character lost to a question mark', () => {
  it('is restored for matching where the words stand complete elsewhere', () => {
    const whole = '推进“办好一件事”，今年梳理“办好一？事”清单'
    expect(restoreLostCharacters('今年梳理“办好一？事”清单', whole)).toBe('今年梳理“办好一件事”清单')
  })

  it('is restored beside another number', () => {
    const whole = '首批“15件事”上线，新增“12？事”'
    expect(restoreLostCharacters('新增“12？事”', whole)).toBe('新增“12件事”')
  })

  it('stays where two readings are printed', () => {
    const whole = '“办好一件事”“办好一类事”“办好一？事”'
    expect(restoreLostCharacters('“办好一？事”', whole)).toBe('“办好一？事”')
  })

  it('stays where it is a question', () => {
    const whole = '新区签下哪些项目？昨天揭晓。'
    expect(restoreLostCharacters(whole, whole)).toBe(whole)
  })
})
