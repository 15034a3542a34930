import { type CheckedArticle, type Stretch, slicesOf } from './body.ts'
import type { FigureFinding } from './finding.ts'

type Said = Pick<FigureFinding, 'kind' | 'cause' | 'printed' | 'expected' | 'arithmetic'> &
  Partial<Pick<FigureFinding, 'severity' | 'repair'>>

/** A finding that is no reckoning of intervals: a day that is none, a word that does not fit. */
export function plainFinding(
  article: CheckedArticle,
  where: { sentence: Stretch; figures: readonly Stretch[] },
  said: Said,
): FigureFinding {
  return {
    severity: 'error',
    repair: null,
    ...said,
    article: article.index,
    spans: slicesOf(article, where.sentence),
    figures: where.figures.flatMap((figure) => slicesOf(article, figure)),
  }
}
