import { expect, it } from 'vitest'
import { LOCALES } from '../../../platform/i18n/index.ts'
import { VERDICT_REASONS } from '../rules/claims/verdict.ts'
import { sentenceOf } from '../sentences.ts'

const OWN = ['no-indicator', 'match-unconfirmed', 'no-unit', 'no-period', 'period-unreadable']

it.each([...VERDICT_REASONS, ...OWN])('the reason %s has its words in both languages', (reason) => {
  for (const locale of LOCALES) {
    const key = `indicators.claim-reason-${reason}`
    expect(sentenceOf(locale, key, {})).not.toBe(key)
  }
})
