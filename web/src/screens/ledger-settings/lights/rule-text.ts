import type { LightRule } from '../../../api/ledger-settings.ts'
import type { Words } from '../../../i18n/use-words.ts'

/** When a rule gives its light, in words. */
export function ruleText(when: LightRule['when'], t: Words['t']): string {
  const plan = 'minDays' in when && when.minDays ? t('light-rule.min-days', { days: when.minDays }) : ''
  return `${conditionText(when, t)}${plan}`
}

function conditionText(when: LightRule['when'], t: Words['t']): string {
  switch (when.kind) {
    case 'points-behind':
      return t(`light-rule.points-${when.than}`, { points: when.points })
    case 'behind':
      return t('light-rule.behind')
    case 'ratio-below':
      return t('light-rule.ratio-below', { percent: when.percent })
    case 'near-limit':
      return when.days === 0
        ? t('light-rule.on-limit')
        : t(`light-rule.near-${when.unit}`, { days: when.days })
    case 'overdue':
      return t(`light-rule.overdue-${when.unit}`, { days: when.days })
    case 'not-started':
      return t('light-rule.not-started', { months: when.months })
    case 'notice':
      return t(`light-rule.notice-${when.colour}`)
  }
}
