import { Alert, Button } from 'antd'
import type { FieldChange } from '../../../api/item-model.ts'
import { useRefreshItems } from '../../../api/items.ts'
import { Problem } from '../../../api/problem.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ChangeList } from '../changes/change-list.tsx'

interface StepRefusalProps {
  readonly error: unknown
  readonly onReloaded: () => void
}

/**
 * Why a step was not taken. Where somebody else was faster: what changed, by whom and when, and a way to go on
 * from there; where something stands in the way: the whole list of it.
 */
export function StepRefusal({ error, onReloaded }: StepRefusalProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const refresh = useRefreshItems()
  const problem = error instanceof Problem ? error : undefined
  const { changedBy, changedAt, changes, obstacles } = (problem?.details ?? {}) as {
    changedBy?: string
    changedAt?: string
    changes?: FieldChange[]
    obstacles?: { sentence: string }[]
  }
  const reload = () => {
    refresh()
    onReloaded()
  }
  return (
    <Alert
      type="error"
      role="alert"
      title={
        changedBy && changedAt
          ? t('item.changed-by', { who: changedBy, when: formatInstant(changedAt) })
          : obstacles
            ? t('item.obstacles', { count: obstacles.length })
            : sentence(error)
      }
      description={
        <>
          {changes && changes.length > 0 && <ChangeList changes={changes} />}
          {obstacles && (
            <ul className="obstacles">
              {obstacles.map((obstacle) => (
                <li key={obstacle.sentence}>{obstacle.sentence}</li>
              ))}
            </ul>
          )}
        </>
      }
      action={problem?.isConflict ? <Button onClick={reload}>{t('app.reload')}</Button> : undefined}
    />
  )
}
