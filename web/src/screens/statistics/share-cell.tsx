import type { Share } from '../../api/statistics.ts'
import { Drill } from './drill.tsx'
import { formatRate } from './format-rate.ts'

/** A count of a count: numerator and denominator each open into their items, the rate beside them. */
export function ShareCell({ share, name }: { share: Share; name: string }) {
  const { numerator, denominator, rate, query, denominatorQuery } = share
  if (denominator === 0) return <span className="soft">—</span>
  return (
    <>
      {numerator === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Drill query={query} name={name}>
          {numerator}
        </Drill>
      )}
      <span className="statistics-of">
        {' / '}
        <Drill query={denominatorQuery} name={name}>
          {denominator}
        </Drill>
        {` · ${formatRate(rate)}`}
      </span>
    </>
  )
}
