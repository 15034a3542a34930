import { Button } from 'antd'
import type { SheetImport } from '../../../api/sheets.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { UnitSelect } from '../../../ui/unit-select.tsx'
import type { MappingDraft } from '../mapping/use-mapping-draft.ts'

type UnknownUnit = SheetImport['unknownUnits'][number]

interface UnknownUnitsProps {
  sheet: SheetImport
  mapping: MappingDraft
  onCheck: () => void
}

/** Names that the register does not have: each can be explained by a unit, or all be kept as words. */
export function UnknownUnits({ sheet, mapping, onCheck }: UnknownUnitsProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  const { unitNames = {} } = mapping.draft.options
  const explain = (name: string, unitId: string | null) => {
    const { [name]: _, ...rest } = unitNames
    mapping.setOptions({ unitNames: unitId ? { ...rest, [name]: unitId } : rest })
  }
  const columns: Column<UnknownUnit>[] = [
    { key: 'name', title: t('import.column.name'), isMain: true, cell: ({ name }) => name },
    {
      key: 'rows',
      title: t('import.column.rows'),
      align: 'right',
      width: '90px',
      cell: ({ rows }) => rows,
    },
    {
      key: 'unit',
      title: t('import.column.unit'),
      width: '320px',
      cell: ({ name }) => (
        <UnitSelect
          aria-label={t('import.unit-of', { name })}
          units={units}
          value={unitNames[name] ?? null}
          onChange={(unitId) => explain(name, unitId)}
        />
      ),
    },
  ]
  return (
    <>
      <p className="sheet-problems-head">
        <span className="soft">{t('import.units-way')}</span>
        <span className="sheet-unknown-buttons">
          <Button
            size="small"
            onClick={() => mapping.setOptions({ keepsUnknownUnits: true })}
            disabled={mapping.draft.options.keepsUnknownUnits}
          >
            {t('import.keep-all')}
          </Button>
          <Button
            size="small"
            type={mapping.isChanged ? 'primary' : 'default'}
            disabled={!mapping.isChanged || mapping.fault !== undefined}
            onClick={onCheck}
          >
            {t('import.check-again')}
          </Button>
        </span>
      </p>
      <DataTable
        caption={t('import.tab.units')}
        columns={columns}
        rows={sheet.unknownUnits}
        rowKey={({ name }) => name}
      />
    </>
  )
}
