import { App, Button } from 'antd'
import { useRef } from 'react'
import type { Decision, Statement } from '../../../api/model.ts'
import { Problem } from '../../../api/problem.ts'
import { useDecide, useReloadStatements } from '../../../api/statements.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Decides statements; a refusal shows its sentence, and a conflict offers to reload. */
export function useDecisions(reportId: string) {
  const { t } = useWords()
  const { notification } = App.useApp()
  const sentence = useProblemSentence()
  const reloadStatements = useReloadStatements(reportId)
  const { mutate } = useDecide(reportId)
  const last = useRef<string | null>(null)
  const decide = (statement: Statement, decision: Decision) => {
    if (decision !== 'reopen') last.current = statement.id
    mutate(
      { statement, decision },
      {
        onError: (error) => {
          const key = `refused-${statement.id}`
          const reload = () => {
            notification.destroy(key)
            reloadStatements()
          }
          notification.error({
            key,
            title: sentence(error),
            description: statement.subject,
            duration: 12,
            role: 'alert',
            actions:
              error instanceof Problem && error.isConflict ? (
                <Button size="small" onClick={reload}>
                  {t('app.reload')}
                </Button>
              ) : null,
          })
        },
      },
    )
  }
  return { decide, lastDecidedId: () => last.current }
}
