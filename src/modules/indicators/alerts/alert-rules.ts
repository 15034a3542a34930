import type { Tx } from '../../../kernel/context.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { defaultAlertRules } from '../rules/alerts/default-alert-rules.ts'
import { AlertDefinition, AlertWatch } from '../schema/alerts.ts'
import { type StoredAlertRule, storedAlertRules } from '../store/alerts.ts'

/** A rule in force, stored or as it comes with the product. */
export interface KnownRule {
  readonly key: string
  readonly definition: AlertDefinition
  readonly isOn: boolean
  readonly ownerId: string | null
  readonly ownerRole: Role | null
  /** 0: not stored. */
  readonly version: number
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

/** All rules of the city: what comes with the product, and what the city made of it or beside it. */
export async function alertRules(tx: Tx): Promise<KnownRule[]> {
  const stored = (await storedAlertRules(tx)).map(ruleOf)
  const keys = new Set(stored.map(({ key }) => key))
  return [...presetRules().filter(({ key }) => !keys.has(key)), ...stored]
}

function presetRules(): KnownRule[] {
  return defaultAlertRules().map((rule) => ({
    key: rule.key,
    // Twelve months have a season: what declines is the growth on the year.
    definition: {
      name: '',
      rule,
      watch: AlertWatch.parse({ measure: rule.kind === 'declines' ? 'growth' : 'level' }),
    },
    isOn: true,
    ownerId: null,
    ownerRole: 'statistician',
    version: 0,
    changedAt: null,
    changedBy: null,
  }))
}

function ruleOf(stored: StoredAlertRule): KnownRule {
  return {
    key: stored.key,
    definition: AlertDefinition.parse(stored.definition),
    isOn: stored.is_on,
    ownerId: stored.owner_id,
    ownerRole: stored.owner_role,
    version: stored.version,
    changedAt: stored.changed_at,
    changedBy: stored.changed_by,
  }
}
