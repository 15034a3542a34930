import type { Report } from '../../../../api/model.ts'
import { useWords } from '../../../../i18n/use-words.ts'

/** What reading noticed: shown as sentences where the catalogue has them, else by their code. */
export function Warnings({ report }: { report: Report }) {
  const { t, find } = useWords()
  if (report.warnings.length === 0) return null
  const sentences = report.warnings.map(({ code, detail }) => {
    const values = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, String(value)]))
    return find(`warning.${code}`, values) ?? code
  })
  return (
    <details className="warnings">
      <summary>
        {t('read.warnings')} ({report.warnings.length})
      </summary>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
