import { Button } from 'antd'
import { problemsHref } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface ProblemsHeadProps {
  id: string
  shown: number
  total: number
}

/** How many problems there are, and all of them to take away. */
export function ProblemsHead({ id, shown, total }: ProblemsHeadProps) {
  const { t } = useWords()
  return (
    <p className="sheet-problems-head">
      <span className="soft">
        {shown < total ? t('import.problems-shown', { shown, total }) : t('import.problems-way')}
      </span>
      <Button size="small" href={problemsHref(id)} download>
        {t('import.download-problems')}
      </Button>
    </p>
  )
}
