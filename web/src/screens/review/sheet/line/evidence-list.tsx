import { Link } from '@tanstack/react-router'
import type { Evidence } from '../../../../api/review-model.ts'
import './evidence-list.css'

/** What was done about it, or how its figure moved; each opens what it rests on. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className="line-evidence">
      {evidence.map(({ sentence, source }) => (
        <li key={`${sentence}${source?.href}`}>
          {source ? <Link to={source.href}>{sentence}</Link> : sentence}
        </li>
      ))}
    </ul>
  )
}
