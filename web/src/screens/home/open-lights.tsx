import { Link } from '@tanstack/react-router'
import { useIsAllowed } from '../../api/session.ts'
import { useStatistics } from '../../api/statistics.ts'
import { ledgerLink } from '../../app/ledger-link.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LightTag } from '../../ui/light-tag.tsx'

/** Open items by their light, each count opening its items; nothing while it is not known or nobody may know. */
export function OpenLights() {
  return useIsAllowed()('ledger.read') ? <Lights /> : null
}

function Lights() {
  const { t } = useWords()
  const { data } = useStatistics({ by: 'kind' })
  const lights = data?.totals.lights.filter(({ numerator }) => numerator > 0) ?? []
  if (!data || lights.length === 0) return null
  return (
    <div>
      <dt>{t('home.open-lights', { count: data.totals.open.numerator })}</dt>
      <dd className="figure">
        {lights.map(({ light, numerator, denominator, query }) => (
          <Link key={light} to="/ledger" search={ledgerLink(query)} className="home-light">
            <LightTag light={light} /> {numerator} / {denominator}
          </Link>
        ))}
      </dd>
    </div>
  )
}
