import { Input } from 'antd'
import { useMemo, useState } from 'react'
import type { Unit } from '../../api/model.ts'
import { useRegister } from '../../api/units.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import './units-screen.css'
import { UnitsTable } from './units-table.tsx'

/** The register of units, as of any day. */
export function UnitsScreen() {
  return (
    <PermittedScreen permission="units.read">
      <Units />
    </PermittedScreen>
  )
}

function Units() {
  const { t } = useWords()
  const [asOf, setAsOf] = useState<string | null>(null)
  const [text, setText] = useState('')
  const { data, error, refetch } = useRegister(asOf ?? undefined)
  const units = useMemo(() => (data?.units ?? []).filter((unit) => isNamed(unit, text)), [data, text])
  return (
    <>
      <PageHead title={t('units.title')} note={data && t('units.count', { count: units.length })} />
      <div className="units-filters no-print">
        <Input
          type="search"
          aria-label={t('units.search')}
          placeholder={t('unit.search')}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="units-as-of">
          {t('units.as-of')}
          <DayField id="units-as-of" value={asOf} onChange={setAsOf} />
        </label>
        <span className="soft">{t('units.as-of-help')}</span>
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : units.length > 0 ? (
        <UnitsTable units={units} cohorts={data.cohorts} />
      ) : (
        <StateNote title={t('units.empty')} />
      )}
    </>
  )
}

function isNamed(unit: Unit, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  const names = [unit.name, unit.fullName, unit.nameEn, unit.code, unit.key, ...unit.aliases]
  return wanted === '' || names.some((name) => name?.toLowerCase().includes(wanted))
}
