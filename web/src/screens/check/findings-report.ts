import type { FigureCheck } from '../../api/figure-check.ts'
import type { Words } from '../../i18n/use-words.ts'
import { quoteOf } from './mark-segments.ts'

const WHOLE = 100_000

/** The findings as plain text for a message or a file: number, how grave, what, why, and the whole sentence. */
export function findingsReport(check: FigureCheck, { t }: Pick<Words, 't'>): string {
  const head = [
    t('check.report-head', { title: check.title, day: check.asOf }),
    t('check.summary', { ...check.counts, total: check.findings.length }),
  ]
  const told = check.findings.map(({ severity, says, because, spans }, index) =>
    [
      `${index + 1}. [${t(`check.severity.${severity}`)}] ${says}`,
      `   ${because}`,
      `   ${quoteOf(check.text, spans, WHOLE)}`,
    ].join('\n'),
  )
  return [head.join('\n'), ...told].join('\n\n')
}
