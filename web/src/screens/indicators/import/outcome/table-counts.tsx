import type { TableImport } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'

type Counts = NonNullable<TableImport['counts']>

const SHOWN = [
  'rows',
  'values',
  'added',
  'revised',
  'unchanged',
  'notAvailable',
  'repeated',
  'problems',
  'blocking',
  'findings',
] as const
const ALWAYS: readonly string[] = ['values', 'added', 'revised', 'unchanged', 'problems']
const BAD: readonly string[] = ['problems', 'blocking']

/** What a table gives, beside what is published; kinds of which there is none are left out. */
export function TableCounts({ counts }: { counts: Counts }) {
  const { t } = useWords()
  const shown = SHOWN.filter((kind) => counts[kind] > 0 || ALWAYS.includes(kind))
  return (
    <dl className="sheet-counts">
      {shown.map((kind) => (
        <div key={kind} className={BAD.includes(kind) && counts[kind] > 0 ? 'is-bad' : ''}>
          <dt>{t(`table-import.count.${kind}`)}</dt>
          <dd className="figure">{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
