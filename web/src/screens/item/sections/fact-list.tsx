import type { ReactNode } from 'react'

export type Fact = readonly [name: string, value: ReactNode]

/** Named facts, two columns of them where there is room. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
