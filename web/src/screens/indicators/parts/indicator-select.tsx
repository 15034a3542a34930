import { Select } from 'antd'
import { useState } from 'react'
import { useIndicatorChoices } from '../../../api/indicator-choices.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface IndicatorSelectProps {
  label: string
  id?: string
  value: string | null
  onChange: (code: string | null) => void
  disabled?: boolean
  /** Whether there may be none. */
  isOptional?: boolean
  placeholder?: string
}

/** An indicator, found by words of its code, name or tags. */
export function IndicatorSelect(props: IndicatorSelectProps) {
  const { label, id, value, onChange, disabled = false, isOptional = false, placeholder } = props
  const { t, locale } = useWords()
  const [words, setWords] = useState('')
  const { data, isFetching } = useIndicatorChoices(words)
  const options = (data?.indicators ?? []).map(({ code, name, nameEn, measure }) => ({
    value: code,
    label: `${(locale === 'en' && nameEn) || name}${measure ? ` (${measure})` : ''} · ${code}`,
  }))
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      style={{ width: '100%', minWidth: 160 }}
      popupMatchSelectWidth={340}
      disabled={disabled}
      allowClear={isOptional}
      loading={isFetching}
      placeholder={placeholder ?? t('work.choose-indicator')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={value}
      options={options}
      onChange={(code) => onChange(code ?? null)}
      notFoundContent={t('work.no-indicator-found')}
    />
  )
}
