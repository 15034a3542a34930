import type { Article } from '../../../../api/model.ts'
import { formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'

/** Where an article begins: its number, kind and meeting. Not part of the text: it cannot be selected. */
export function ArticleMark({ article }: { article: Article }) {
  const { t, locale } = useWords()
  const { meeting } = article
  const facts = [
    t(`read.article-kind.${article.kind}`),
    meeting?.name,
    meeting?.period && formatPeriod(locale, meeting.period),
  ].filter(Boolean)
  return (
    <div className="article-mark">
      <strong>{t('read.article', { number: article.index + 1 })}</strong> {facts.join(' · ')}
    </div>
  )
}
