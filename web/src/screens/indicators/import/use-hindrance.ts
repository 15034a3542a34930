import type { TableImport } from '../../../api/indicator-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** Why the checked values cannot be published yet, by the rules of the server; undefined when they can. */
export function useHindrance(table: TableImport): string | undefined {
  const { t } = useWords()
  const { counts, findings } = table
  if (table.state !== 'ready' || !counts) return undefined
  if (counts.problems + counts.blocking > 0)
    return t('table-import.unsound', { problems: counts.problems, errors: counts.blocking })
  const open = findings.filter(({ severity, decision }) => severity === 'warning' && decision === null)
  if (open.length > 0) return t('table-import.undecided', { count: open.length })
  if (counts.values === 0) return t('table-import.no-values')
  return undefined
}
