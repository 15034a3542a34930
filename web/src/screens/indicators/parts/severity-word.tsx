import { useWords } from '../../../i18n/use-words.ts'

const MARKS = { error: '■', warning: '▲', hint: '○' } as const

/** How grave a finding is, by shape, word and colour. */
export function SeverityWord({ severity }: { severity: 'error' | 'warning' | 'hint' }) {
  const { t } = useWords()
  return (
    <span className={`severity is-${severity}`}>
      <span aria-hidden="true">{MARKS[severity]}</span> {t(`work.severity.${severity}`)}
    </span>
  )
}
