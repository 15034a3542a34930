import { Button, Checkbox } from 'antd'
import { useMeasuredUnits } from '../../../../api/indicator-choices.ts'
import type { TableImport } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { IndicatorSelect } from '../../parts/indicator-select.tsx'
import { MeasuredUnitSelect } from '../../parts/measured-unit-select.tsx'
import type { OutcomeDesk } from './outcome-desk.ts'

interface UnknownName {
  readonly kind: 'indicator' | 'unit'
  readonly name: string
  readonly cells: number
}

/** Names that nobody knows: a person says what each means, or that it is passed over; kept for the next table of its kind. */
export function UnknownNames({ table, desk }: { table: TableImport; desk: OutcomeDesk }) {
  const { t } = useWords()
  const { data } = useMeasuredUnits()
  const { draft, onCheck } = desk
  const { indicatorNames, unitNames } = draft.mapping
  const names: UnknownName[] = [
    ...table.unknownIndicators.map((each) => ({ ...each, kind: 'indicator' as const })),
    ...table.unknownUnits.map((each) => ({ ...each, kind: 'unit' as const })),
  ]
  const meaningOf = ({ kind, name }: UnknownName) =>
    kind === 'indicator' ? indicatorNames[name] : unitNames[name]
  /** Undefined: nothing decided; null: passed over. */
  const decide = ({ kind, name }: UnknownName, meaning: string | number | null | undefined) => {
    const former: Readonly<Record<string, string | number | null>> =
      kind === 'indicator' ? indicatorNames : unitNames
    const { [name]: _, ...rest } = former
    const next = meaning === undefined ? rest : { ...rest, [name]: meaning }
    draft.setMapping(
      kind === 'indicator'
        ? { indicatorNames: next as typeof indicatorNames }
        : { unitNames: next as typeof unitNames },
    )
  }
  const keyOfUnit = (number: number | null | undefined) =>
    data?.units.find((unit) => unit.number === number)?.key ?? null
  const numberOfUnit = (key: string | null) => data?.units.find((unit) => unit.key === key)?.number
  const columns: Column<UnknownName>[] = [
    {
      key: 'kind',
      title: t('table-import.name-kind'),
      width: '70px',
      cell: ({ kind }) => t(`table-import.name-kind.${kind}`),
    },
    { key: 'name', title: t('import.column.name'), isMain: true, cell: ({ name }) => name },
    {
      key: 'cells',
      title: t('table-import.cells'),
      align: 'right',
      width: '80px',
      cell: ({ cells }) => cells,
    },
    {
      key: 'meaning',
      title: t('table-import.meaning'),
      width: '320px',
      cell: (each) =>
        each.kind === 'indicator' ? (
          <IndicatorSelect
            label={t('table-import.meaning-of', { name: each.name })}
            value={indicatorNames[each.name] ?? null}
            isOptional
            disabled={meaningOf(each) === null}
            onChange={(code) => decide(each, code ?? undefined)}
          />
        ) : (
          <MeasuredUnitSelect
            label={t('table-import.meaning-of', { name: each.name })}
            value={keyOfUnit(unitNames[each.name])}
            disabled={meaningOf(each) === null}
            onChange={(key) => decide(each, numberOfUnit(key))}
          />
        ),
    },
    {
      key: 'skip',
      title: t('table-import.pass-over'),
      width: '110px',
      cell: (each) => (
        <Checkbox
          checked={meaningOf(each) === null}
          onChange={({ target }) => decide(each, target.checked ? null : undefined)}
        >
          {t('table-import.pass-over')}
        </Checkbox>
      ),
    },
  ]
  return (
    <>
      <p className="sheet-problems-head">
        <span className="soft">{t('table-import.names-way')}</span>
        <Button
          size="small"
          type={draft.isChanged ? 'primary' : 'default'}
          disabled={!draft.isChanged || draft.fault !== undefined}
          onClick={onCheck}
        >
          {t('import.check-again')}
        </Button>
      </p>
      <DataTable
        caption={t('table-import.tab.names')}
        columns={columns}
        rows={names}
        rowKey={({ kind, name }) => `${kind} ${name}`}
      />
    </>
  )
}
