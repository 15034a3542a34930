import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { parseTimePeriod } from '../../../../../src/modules/indicators/rules/period/parse-period.ts'
import { writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { periodWords } from './periods.ts'

interface PeriodFieldProps {
  label: string
  id?: string
  /** As the API writes it, `2024-01/2024-11`. */
  value: string | null
  onChange: (period: string | null) => void
  disabled?: boolean
  placeholder?: string
}

/** A period typed as people write it, in words or in figures; what cannot be read is said and not taken. */
export function PeriodField({ label, id, value, onChange, disabled = false, placeholder }: PeriodFieldProps) {
  const { t, locale } = useWords()
  const shown = value === null ? '' : periodWords(locale, value)
  const [text, setText] = useState(shown)
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    setText(shown)
    setWrong(false)
  }, [shown])
  const take = () => {
    if (text.trim() === '') {
      setWrong(false)
      if (value !== null) onChange(null)
      return
    }
    const period = parseTimePeriod(text)
    setWrong(period === undefined)
    if (!period) return
    const written = writePeriod(period)
    setText(periodWords(locale, written))
    if (written !== value) onChange(written)
  }
  return (
    <span className="period-field">
      <Input
        {...(id ? { id } : {})}
        aria-label={label}
        aria-invalid={isWrong}
        status={isWrong ? 'error' : ''}
        disabled={disabled}
        placeholder={placeholder ?? t('work.period-example')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      {isWrong && (
        <span className="work-fault" role="alert">
          {t('work.period-wrong')}
        </span>
      )}
    </span>
  )
}
