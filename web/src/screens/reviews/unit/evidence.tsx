import type { ReactNode } from 'react'
import type { Statement } from '../../../api/model.ts'
import { SentenceLink } from './sentence-link.tsx'

interface EvidenceProps {
  statement: Statement
  facts: readonly string[]
  children?: ReactNode
}

/** One statement of a review: opens to its sentence; on paper the sentence always stands below it. */
export function Evidence({ statement, facts, children }: EvidenceProps) {
  return (
    <details className="evidence">
      <summary>
        <span className="evidence-subject">{statement.subject}</span>
        {children}
        {facts.length > 0 && <span className="evidence-facts figure">{facts.join(' · ')}</span>}
      </summary>
      <div className="evidence-quote">
        <blockquote>{statement.quote.join(' … ')}</blockquote>
        <SentenceLink statement={statement} />
      </div>
    </details>
  )
}
