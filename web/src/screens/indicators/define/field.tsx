import type { ReactNode } from 'react'

interface FieldProps {
  /** Of the control that the name belongs to. */
  id: string
  name: string
  help?: string | undefined
  isWide?: boolean
  children: ReactNode
}

/** A control with its name above and a hint below. */
export function Field({ id, name, help, isWide = false, children }: FieldProps) {
  return (
    <div className={`define-field ${isWide ? 'is-wide' : ''}`}>
      <label htmlFor={id}>{name}</label>
      {children}
      {help && <span className="soft define-help">{help}</span>}
    </div>
  )
}
