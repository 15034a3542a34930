import { useWords } from '../../i18n/use-words.ts'

/** The first cells of a column. */
export function Samples({ samples }: { samples: readonly string[] }) {
  const { t } = useWords()
  if (samples.length === 0) return <span className="soft">{t('import.no-samples')}</span>
  return (
    <ul className="sheet-samples">
      {samples.map((sample, at) => (
        <li key={at} title={sample}>
          {sample}
        </li>
      ))}
    </ul>
  )
}
