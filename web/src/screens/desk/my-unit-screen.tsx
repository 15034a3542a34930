import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '../../api/session.ts'
import { useUnitIndex } from '../../api/units.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { DeskRoom } from './desk-room.tsx'

/** My unit today: what is to be signed, reported and answered. Somebody who sees several units chooses one. */
export function MyUnitScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <MyUnit />
    </PermittedScreen>
  )
}

function MyUnit() {
  const { t } = useWords()
  const { grants, user } = useSession()
  const { units, nameOf } = useUnitIndex()
  const { unitId } = useSearch({ from: '/house/my-unit' })
  const navigate = useNavigate({ from: '/my-unit' })
  const seesAll = grants.permissions['ledger.read'] === 'any'
  const name = nameOf(unitId ?? (seesAll ? null : user.unitId))
  return (
    <DeskRoom
      whose="unit"
      unitId={unitId}
      title={name ? t('desk.unit-today', { unit: name }) : t('nav.my-unit')}
      actions={
        seesAll && (
          <div className="desk-choice">
            <UnitSelect
              aria-label={t('desk.choose-unit')}
              placeholder={t('desk.all-units')}
              units={units}
              value={unitId}
              onChange={(next) => navigate({ search: next ? { unitId: next } : {} })}
            />
          </div>
        )
      }
    />
  )
}
