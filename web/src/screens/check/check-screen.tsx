import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type CheckInput, useFigureCheck } from '../../api/figure-check.ts'
import { useReport } from '../../api/reports.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import './check.css'
import { CheckForm } from './check-form.tsx'
import { CheckResult } from './check-result.tsx'

/** The figure check of any draft: paste or drop it, see what does not agree. */
export function CheckScreen() {
  return (
    <PermittedScreen permission="reviews.check">
      <Check />
    </PermittedScreen>
  )
}

function Check() {
  const { t } = useWords()
  const { report } = useSearch({ from: '/house/check' })
  const check = useFigureCheck()
  const { data, error, variables, isPending, mutate, reset } = check
  return (
    <>
      <PageHead title={t('check.title')} note={data ? data.title : t('check.note')} />
      {!data && !isPending && report && !error && <FromReport id={report} onText={mutate} />}
      {!data && (!report || error) && <CheckForm isBusy={isPending} onCheck={mutate} />}
      {error && variables && <ErrorNote error={error} onRetry={() => mutate(variables)} />}
      {isPending && <LoadingLines lines={10} />}
      {data && <CheckResult check={data} onAgain={reset} />}
    </>
  )
}

/** A report that is already here is checked at once. */
function FromReport({ id, onText }: { id: string; onText: (input: CheckInput) => void }) {
  const { data, error, refetch } = useReport(id)
  useEffect(() => {
    if (data) onText({ text: data.text, date: data.reportDate })
  }, [data, onText])
  return error ? <ErrorNote error={error} onRetry={refetch} /> : <LoadingLines lines={10} />
}
