import { Select } from 'antd'
import { useState } from 'react'
import { type Holder, useHolders, useRoles } from '../../api/roles.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { useHeldWords } from './use-role-name.ts'

/** For one permission and one unit, everybody who holds it today, and through what. */
export function WhoMay() {
  const { t } = useWords()
  const { units, nameOf } = useUnitIndex()
  const heldWords = useHeldWords()
  const roles = useRoles()
  const [permission, setPermission] = useState<string>()
  const [unitId, setUnitId] = useState<string | null>(null)
  const { data, error, refetch } = useHolders(permission, unitId)
  const columns: Column<Holder>[] = [
    {
      key: 'username',
      title: t('accounts.username'),
      width: '150px',
      cell: ({ account }) => <code>{account.username}</code>,
    },
    { key: 'name', title: t('accounts.name'), isMain: true, cell: ({ account }) => account.name },
    { key: 'unit', title: t('accounts.unit'), cell: ({ account }) => nameOf(account.unitId) ?? '' },
    {
      key: 'through',
      title: t('roles.through'),
      cell: ({ through }) => (
        <ul className="roles-through">
          {through.map((held) => (
            <li key={`${held.key} ${held.unitId} ${held.inNameOf?.id}`}>
              {heldWords(held)} <span className="soft">{t(`roles.scope.${held.scope}`)}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <>
      <div className="roles-ask no-print">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('roles.permission')}
          placeholder={t('roles.choose-permission')}
          loading={roles.isPending}
          value={permission ?? null}
          options={(roles.data?.permissions ?? []).map((each) => ({
            value: each.permission,
            label: each.words,
          }))}
          onChange={(next) => setPermission(next ?? undefined)}
        />
        <UnitSelect
          units={units}
          value={unitId}
          aria-label={t('accounts.unit')}
          placeholder={t('roles.any-unit')}
          onChange={setUnitId}
        />
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : permission === undefined ? (
        <StateNote title={t('roles.choose-permission')}>{t('roles.who-may-note')}</StateNote>
      ) : !data ? (
        <LoadingLines lines={6} />
      ) : data.length === 0 ? (
        <StateNote title={t('roles.nobody')} />
      ) : (
        <DataTable
          caption={t('roles.who-may')}
          columns={columns}
          rows={data}
          rowKey={({ account }) => account.id}
        />
      )}
    </>
  )
}
