import type { SheetImport } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'

type Counts = NonNullable<SheetImport['counts']>

const SHOWN = ['rows', 'added', 'changed', 'same', 'skipped', 'hidden', 'problemRows', 'warnings'] as const

/** What became, or would become, of the rows, in numbers; kinds of which there is none are left out. */
export function CountsLine({ counts }: { counts: Counts }) {
  const { t } = useWords()
  const always: readonly string[] = ['rows', 'added', 'changed', 'same', 'problemRows']
  const shown = SHOWN.filter((kind) => counts[kind] > 0 || always.includes(kind))
  return (
    <dl className="sheet-counts">
      {shown.map((kind) => (
        <div key={kind} className={kind === 'problemRows' && counts[kind] > 0 ? 'is-bad' : ''}>
          <dt>{t(`import.count.${kind}`)}</dt>
          <dd className="figure">{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
