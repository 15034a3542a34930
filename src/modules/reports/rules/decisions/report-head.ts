import type { ReadReport } from '../model.ts'

const LONGEST_TITLE = 200

/** What a list of reports shows: the title of the main article, and the quarter that its meeting reviews. */
export function reportHead(
  report: Pick<ReadReport, 'articles'>,
  fileName: string | null,
): { title: string; period: string | null } {
  const main = report.articles.find((article) => article.meeting) ?? report.articles[0]
  const title =
    main?.title ??
    main?.meeting?.name ??
    fileName?.replace(/\.[a-z0-9]{1,5}$/i, '') ??
    main?.body.text.slice(0, 30)
  return {
    title: (title || '—').slice(0, LONGEST_TITLE),
    period: report.articles.find((article) => article.meeting?.period)?.meeting?.period ?? null,
  }
}
