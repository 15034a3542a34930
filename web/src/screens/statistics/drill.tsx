import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ledgerLink } from '../../app/ledger-link.ts'

interface DrillProps {
  readonly query: string
  /** What the number counts, shown in the ledger that it opens. */
  readonly name: string
  readonly children: ReactNode
}

/** A number that opens into its items. */
export function Drill({ query, name, children }: DrillProps) {
  return (
    <Link className="drill" to="/ledger" search={ledgerLink(query, name)} title={name}>
      {children}
    </Link>
  )
}
