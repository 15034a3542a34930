import { Link } from '@tanstack/react-router'
import type { Statement } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** To the sentence in its report. */
export function SentenceLink({ statement }: { statement: Pick<Statement, 'id' | 'reportId'> }) {
  const { t } = useWords()
  return (
    <Link
      className="sentence-link no-print"
      to="/reports/$reportId"
      params={{ reportId: statement.reportId }}
      search={{ statement: statement.id }}
    >
      {t('read.to-sentence')}
    </Link>
  )
}
