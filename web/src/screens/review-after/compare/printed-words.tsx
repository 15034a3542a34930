import { Link } from '@tanstack/react-router'
import type { PrintedStatement } from '../../../api/review-after.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { KindTag } from '../../../ui/kind-tag.tsx'

/** A sentence as it was printed; what it says is heavier, as one sentence may tell several things of a unit. */
export function PrintedWords({ statement: { kind, subject, quote, href } }: { statement: PrintedStatement }) {
  const { t } = useWords()
  const at = quote.indexOf(subject)
  return (
    <>
      <KindTag kind={kind} />{' '}
      <Link to={href} className="compare-words">
        {at < 0 ? (
          <>
            <b>{subject}</b>
            {t('after.subject-separator')}
            {quote}
          </>
        ) : (
          <>
            {quote.slice(0, at)}
            <b>{subject}</b>
            {quote.slice(at + subject.length)}
          </>
        )}
      </Link>
    </>
  )
}
