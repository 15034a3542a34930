import type { PaceCell } from '../../../api/measured-units.ts'
import './pace-line.css'

/** What is done as a bar, with a tick where it should be. The numbers stand beside it. */
export function PaceLine({ cell }: { cell: PaceCell }) {
  // What holds at any time of the period does not fill up.
  if (cell.donePercent === null || cell.expectedPercent === null) return null
  const within = (percent: string) => Math.min(Math.max(Number(percent), 0), 100)
  return (
    <svg className="pace-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="pace-line-ground" x="0" y="2.5" width="100" height="5" />
      <rect
        className={`pace-line-done is-${cell.tone ?? 'none'}`}
        x="0"
        y="2.5"
        width={within(cell.donePercent)}
        height="5"
      />
      <rect className="pace-line-tick" x={within(cell.expectedPercent) - 0.5} y="0" width="1" height="10" />
    </svg>
  )
}
