import { Link } from '@tanstack/react-router'
import type { SuggestedPart } from '../../api/matters.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'

type Part = SuggestedPart['part']

/** When a shortfall was told, in which words, and where that stands. */
export function PartWords({ part }: { part: Part }) {
  const { locale } = useWords()
  const { text, quote, period, from } = part
  return (
    <div className="part-words">
      <p className="soft figure">
        {period ? formatPeriod(locale, period) : part.at} · {from.title}
      </p>
      <p>
        <Link to={part.href} className="part-text">
          {text}
        </Link>
      </p>
      {quote && quote !== text && <blockquote>{quote}</blockquote>}
    </div>
  )
}
