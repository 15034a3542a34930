import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

interface DayFieldProps {
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
}

/** A calendar day, `YYYY-MM-DD` or null: typed, or picked from a month. */
export function DayField({ id, value, onChange }: DayFieldProps) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      style={{ width: '100%', minWidth: 136 }}
      format="YYYY-MM-DD"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
