import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface InstantFieldProps {
  id?: string
  /** Day and time of the city, `2024-04-15 09:00`, or null. */
  value?: string | null
  onChange?: (value: string | null) => void
}

/** A day with its time, in the city's zone wherever the reader's machine thinks it is. */
export function InstantField({ id, value, onChange }: InstantFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      style={{ width: '100%' }}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(value) : null}
      onChange={(at) => onChange?.(at ? at.format('YYYY-MM-DD HH:mm') : null)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}

/** What is typed as day and time of the city, as the instant that it is. China keeps one time. */
export const instantOf = (text: string): string => `${text.replace(' ', 'T')}:00+08:00`
