import { Input, Select } from 'antd'
import { useState } from 'react'
import type { AlertRuleView } from '../../../api/alerts.ts'
import { useIndicatorChoices } from '../../../api/indicator-choices.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'

type Watch = AlertRuleView['watch']

interface WatchFieldsProps {
  watch: Watch
  /** Whether values can be taken as they are or by their growth. */
  hasMeasure: boolean
  onChange: (watch: Watch) => void
}

const SCOPES = ['all', 'tag', 'indicators'] as const
const MEASURES = ['level', 'growth'] as const

/** At which indicators a rule looks, in which cohort, by value or by growth. */
export function WatchFields({ watch, hasMeasure, onChange }: WatchFieldsProps) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const [words, setWords] = useState('')
  const { data } = useIndicatorChoices(words)
  const scope = watch.indicators ? 'indicators' : watch.tag === null ? 'all' : 'tag'
  const setScope = (next: (typeof SCOPES)[number]) =>
    onChange({ ...watch, indicators: next === 'indicators' ? [] : null, tag: next === 'tag' ? '' : null })
  return (
    <>
      <div>
        <label htmlFor="rule-scope">{t('alert.watch')}</label>
        <Select
          id="rule-scope"
          style={{ width: '100%' }}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t(`alert.scope.${value}`) }))}
          onChange={setScope}
        />
      </div>
      {scope === 'tag' && (
        <div>
          <label htmlFor="rule-tag">{t('alert.tag')}</label>
          <Input
            id="rule-tag"
            maxLength={40}
            value={watch.tag ?? ''}
            onChange={({ target }) => onChange({ ...watch, tag: target.value.trim() })}
          />
        </div>
      )}
      {scope === 'indicators' && (
        <div className="is-wide">
          <label htmlFor="rule-indicators">{t('alert.indicators')}</label>
          <Select
            id="rule-indicators"
            mode="multiple"
            style={{ width: '100%' }}
            placeholder={t('work.choose-indicator')}
            value={watch.indicators ?? []}
            options={(data?.indicators ?? []).map(({ code, name, nameEn }) => ({
              value: code,
              label: `${(locale === 'en' && nameEn) || name} · ${code}`,
            }))}
            showSearch={{ filterOption: false, onSearch: setWords }}
            onChange={(indicators: string[]) => onChange({ ...watch, indicators })}
            notFoundContent={t('work.no-indicator-found')}
          />
        </div>
      )}
      <div>
        <label htmlFor="rule-cohort">{t('publications.cohort')}</label>
        <Select
          id="rule-cohort"
          style={{ width: '100%' }}
          value={watch.cohort}
          options={cohorts.map(({ key, name, nameEn }) => ({
            value: key,
            label: (locale === 'en' && nameEn) || name,
          }))}
          onChange={(cohort) => onChange({ ...watch, cohort })}
        />
      </div>
      {hasMeasure && (
        <div>
          <label htmlFor="rule-measure">{t('indicator.measure')}</label>
          <Select
            id="rule-measure"
            style={{ width: '100%' }}
            value={watch.measure}
            options={MEASURES.map((value) => ({ value, label: t(`indicator.measure.${value}`) }))}
            onChange={(measure) => onChange({ ...watch, measure })}
          />
        </div>
      )}
    </>
  )
}
