import { useParams } from '@tanstack/react-router'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { MeasuredUnitPage } from './measured-unit-page.tsx'
import '../parts/indicators.css'
import './measured-unit.css'

/** Where one unit stands in everything that is measured. */
export function MeasuredUnitScreen() {
  const { unitId } = useParams({ from: '/house/indicators/units/$unitId' })
  return (
    <PermittedScreen permission="indicators.read">
      <MeasuredUnitPage key={unitId} unitId={unitId} />
    </PermittedScreen>
  )
}
