import { Select } from 'antd'
import type { ReactNode } from 'react'

interface PickProps<Value extends string | number> {
  id: string
  label: string
  value: Value
  options: readonly { readonly value: Value; readonly label: ReactNode; readonly found?: string }[]
  onChange: (value: Value) => void
  /** For long lists: found by typing. */
  isSearched?: boolean
  width?: number
}

/** A choice in the bar above a table, with its name before it. */
export function Pick<Value extends string | number>({
  id,
  label,
  value,
  options,
  onChange,
  isSearched,
  width = 130,
}: PickProps<Value>) {
  return (
    <label className="pick" htmlFor={id}>
      <span>{label}</span>
      <Select<Value>
        id={id}
        value={value}
        style={{ width }}
        popupMatchSelectWidth={false}
        options={[...options]}
        onChange={onChange}
        {...(isSearched && { showSearch: { optionFilterProp: 'found' } })}
      />
    </label>
  )
}
