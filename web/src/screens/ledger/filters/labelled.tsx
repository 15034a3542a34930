import type { ReactNode } from 'react'

/** A small name before a field. */
export function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="ledger-labelled">
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  )
}
