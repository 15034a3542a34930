import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { usePaceBoard } from '../../../api/measured-units.ts'
import type { PaceSearch } from '../../../app/indicator-search.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { CsvButton } from '../parts/csv-button.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { XlsxButton } from '../parts/xlsx-button.tsx'
import { PaceControls } from './pace-controls.tsx'
import { paceFile } from './pace-file.ts'
import { PaceHead } from './pace-head.tsx'
import { PaceTable } from './pace-table.tsx'
import '../parts/indicators.css'
import './pace.css'

/** Half the time gone, half the work done? Every unit against every target of a period. */
export function PaceBoardScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Board />
    </PermittedScreen>
  )
}

function Board() {
  const { t } = useWords()
  const words = useIndicatorWords()
  const search = useSearch({ from: '/house/indicators/pace' })
  const navigate = useNavigate({ from: '/indicators/pace' })
  const { period, cohort, on, bands, tone } = search
  const { data, error, refetch, isPlaceholderData } = usePaceBoard({ period, cohort, on, bands })
  const change = (part: { [Name in keyof PaceSearch]: PaceSearch[Name] | undefined }) =>
    navigate({
      search: (now) =>
        Object.fromEntries(Object.entries({ ...now, ...part }).filter(([, value]) => value)) as PaceSearch,
      replace: true,
    })
  return (
    <div className="pace-board">
      <PageHead
        title={t('nav.pace')}
        note={
          data && t('pace-board.note', { period: words.period(data.period), on: data.on, asOf: data.asOf })
        }
        actions={
          data && (
            <>
              <CsvButton
                table={() => paceFile(data, { t, unit: words.unit, named: words.named })}
                fileName={`pace-${data.period.replace('/', '_')}`}
              />
              <XlsxButton path="/api/pace/file" query={{ period, cohort, on, bands }} />
              <Button onClick={() => window.print()}>{t('app.print')}</Button>
            </>
          )
        }
      />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : (
        <div aria-busy={isPlaceholderData}>
          <PaceControls search={search} board={data} onChange={change} />
          {data.cells.length === 0 ? (
            <StateNote title={t('pace-board.empty')}>{t('pace-board.empty-way')}</StateNote>
          ) : (
            <>
              <PaceHead board={data} tone={tone} onTone={(next) => change({ tone: next })} />
              <PaceTable board={data} tone={tone} />
            </>
          )}
        </div>
      )}
    </div>
  )
}
