import { useWords } from '../../../../i18n/use-words.ts'
import { KIND_NAMES, KindTag } from '../../../../ui/kind-tag.tsx'

/** Which underline marks which kind. */
export function Legend() {
  const { t } = useWords()
  return (
    <ul className="legend" aria-label={t('read.legend')}>
      {KIND_NAMES.map((kind) => (
        <li key={kind}>
          <KindTag kind={kind} />
        </li>
      ))}
    </ul>
  )
}
