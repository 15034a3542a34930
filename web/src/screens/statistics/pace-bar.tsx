import type { PaceRow } from '../../api/statistics.ts'
import './pace-bar.css'

/** Progress as a bar, a tick where the plan expects it, a line where time stands. The numbers stand beside it. */
export function PaceBar({ row }: { row: PaceRow }) {
  const [time, expected, progress] = [row.timePassedPercent, row.expectedPercent, row.progressPercent].map(
    (percent) => (percent === null ? null : Math.min(Number(percent), 100)),
  )
  if (progress === null || progress === undefined) return <span className="soft">—</span>
  return (
    <svg className="pace-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="pace-ground" x="0" y="2.5" width="100" height="5" />
      <rect
        className={row.isBehindPlan ? 'pace-behind' : 'pace-done'}
        x="0"
        y="2.5"
        width={progress}
        height="5"
      />
      {expected !== null && (
        <rect className="pace-expected" x={expected! - 0.4} y="0" width="0.8" height="10" />
      )}
      {time !== null && <rect className="pace-time" x={time! - 0.2} y="0" width="0.4" height="10" />}
    </svg>
  )
}
