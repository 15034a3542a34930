import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { UnitRef } from '../../../api/indicators.ts'
import { isConflict } from '../../../api/problem.ts'
import { useSetTargets } from '../../../api/targets.ts'
import type { TargetsSearch } from '../../../app/indicator-work-search.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { TargetLine } from './target-line.tsx'
import { changesOf, faultOf, type TargetRow } from './target-rows.ts'
import '../../../ui/data-table.css'

interface TargetsTableProps {
  kept: readonly TargetRow[]
  names: ReadonlyMap<string, UnitRef>
  search: TargetsSearch
  onReload: () => unknown
}

const PAGE_SIZE = 50

/** The targets as a table to type in; what was changed is saved together, all or none. */
export function TargetsTable({ kept, names, search, onReload }: TargetsTableProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()('indicators.target')
  const save = useSetTargets()
  const [rows, setRows] = useState<readonly TargetRow[]>(kept)
  const [page, setPage] = useState(1)
  const changes = changesOf(rows, kept)
  const faulty = rows.find((row) => faultOf(row) !== undefined)
  const fault = faulty && faultOf(faulty)
  const whyNot =
    refusal ?? (changes.length === 0 ? t('target.unchanged') : fault ? t(`target.fault.${fault}`) : undefined)
  const change = (key: string, next: Partial<TargetRow>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...next } : row)))
  const add = () => {
    setRows((now) => [newRow(now.length, search), ...now])
    setPage(1)
  }
  const send = () =>
    save.mutate(
      { targets: changes },
      { onSuccess: () => void message.success(t('target.saved', { count: changes.length })) },
    )
  return (
    <>
      {rows.length === 0 ? (
        <StateNote title={t('target.empty')}>{t('target.empty-way')}</StateNote>
      ) : (
        <>
          <div className="wide-table">
            <table className="data-table targets">
              <caption className="visually-hidden">{t('target.title')}</caption>
              <thead>
                <tr>
                  {(
                    ['indicator', 'unit', 'period', 'kind', 'horizon', 'value', 'path', 'document'] as const
                  ).map((column) => (
                    <th key={column} scope="col" className={column === 'value' ? 'is-right' : undefined}>
                      {t(`target.column.${column}`)}
                    </th>
                  ))}
                  <th scope="col" className="no-print">
                    <span className="visually-hidden">{t('target.column.remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row) => (
                  <TargetLine
                    key={row.key}
                    row={row}
                    unit={names.get(row.unit ?? '')}
                    isLocked={refusal !== undefined}
                    isChanged={changesOf([row], kept).length > 0}
                    onChange={(next) => change(row.key, next)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <Pager page={page} pageSize={PAGE_SIZE} total={rows.length} onPage={setPage} />
        </>
      )}
      {save.error && (
        <Alert
          className="targets-alert"
          type="error"
          role="alert"
          showIcon
          title={sentence(save.error)}
          action={isConflict(save.error) && <Button onClick={() => onReload()}>{t('app.reload')}</Button>}
        />
      )}
      <div className="targets-foot no-print">
        {refusal ? (
          <GatedButton reason={refusal}>{t('target.add')}</GatedButton>
        ) : (
          <Button onClick={add}>{t('target.add')}</Button>
        )}
        <span className={changes.length > 0 ? 'targets-changed' : 'soft'} role="status">
          {changes.length > 0 ? t('target.changed', { count: changes.length }) : t('target.unchanged')}
        </span>
        {whyNot ? (
          <GatedButton type="primary" reason={whyNot}>
            {t('app.save')}
          </GatedButton>
        ) : (
          <Button type="primary" loading={save.isPending} onClick={send}>
            {t('app.save')}
          </Button>
        )}
      </div>
    </>
  )
}

function newRow(at: number, { indicator, unit, period }: TargetsSearch): TargetRow {
  return {
    key: `new-${at}`,
    indicator: indicator ?? null,
    unit: unit ?? null,
    period: period ?? null,
    kind: 'level',
    horizon: 'year',
    value: '',
    path: { kind: 'linear' },
    document: '',
    version: undefined,
    isRemoved: false,
  }
}
