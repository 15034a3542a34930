import { Input } from 'antd'

interface DayFieldProps {
  id?: string
  value?: string | null
  onChange?: (day: string | null) => void
  disabled?: boolean
  'aria-label'?: string
}

/** A calendar day, `YYYY-MM-DD` or null: the browser's own field, which types and picks by keyboard and on a phone. */
export function DayField({ value, onChange, ...field }: DayFieldProps) {
  return (
    <Input
      {...field}
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  )
}
