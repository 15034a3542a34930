import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

interface DayFieldProps {
  id?: string
  /** Its name where no label stands beside it. */
  label?: string
  /** What an empty field means. */
  placeholder?: string
  value?: string | null | undefined
  disabled?: boolean
  onChange?: (day: string | null) => void
}

/** A calendar day, `YYYY-MM-DD` or null: typed, or picked from a month. */
export function DayField({ id, label, placeholder, value, disabled, onChange }: DayFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label, placeholder: label } : {})}
      {...(placeholder ? { placeholder } : {})}
      {...(disabled ? { disabled } : {})}
      style={{ width: '100%', minWidth: 136 }}
      format="YYYY-MM-DD"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      // Enter takes the day that was typed; a form of one line would be sent by it as well.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}
