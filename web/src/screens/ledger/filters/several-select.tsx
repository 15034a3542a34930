import { Select } from 'antd'
import type { ReactNode } from 'react'

interface SeveralSelectProps {
  name: string
  /** Comma-joined, as in the address. */
  value: string | undefined
  options: readonly { readonly value: string; readonly label: ReactNode; readonly word: string }[]
  onChange: (value: string | undefined) => void
}

/** Picks several of a few values; closed it says how many. */
export function SeveralSelect({ name, value, options, onChange }: SeveralSelectProps) {
  return (
    <Select
      mode="multiple"
      aria-label={name}
      placeholder={name}
      allowClear
      maxTagCount={0}
      maxTagPlaceholder={(picked) => `${name} · ${picked.length}`}
      showSearch={{
        filterOption: (input, option) =>
          option?.word.toLowerCase().includes(input.trim().toLowerCase()) ?? false,
      }}
      popupMatchSelectWidth={false}
      value={value ? value.split(',') : []}
      options={[...options]}
      onChange={(values: string[]) => onChange(values.length > 0 ? values.join(',') : undefined)}
    />
  )
}
