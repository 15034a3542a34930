import { Button } from 'antd'
import { useWords } from '../../i18n/use-words.ts'

interface ProblemsHeadProps {
  /** Where all of them are to be had as csv. */
  href: string
  shown: number
  total: number
}

/** How many problems there are, and all of them to take away. */
export function ProblemsHead({ href, shown, total }: ProblemsHeadProps) {
  const { t } = useWords()
  return (
    <p className="sheet-problems-head">
      <span className="soft">
        {shown < total ? t('import.problems-shown', { shown, total }) : t('import.problems-way')}
      </span>
      <Button size="small" href={href} download>
        {t('import.download-problems')}
      </Button>
    </p>
  )
}
