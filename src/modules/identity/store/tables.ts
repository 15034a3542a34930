import type { Generated } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Scope } from '../../../kernel/permissions.ts'

export type IdentityTables = {
  'identity.account': {
    tenant_id: string
    id: string
    username: string
    name: string
    password_hash: string
    password_set_at: Date
    must_change_password: boolean
    /** The administrators' one, or none. */
    roles: string[]
    is_administrator: Generated<boolean>
    unit_id: string | null
    disabled_at: Date | null
    created_at: Date
  }
  'identity.role': {
    tenant_id: string
    key: string
    basis: string
    name_zh: string | null
    name_en: string | null
    permissions: Record<string, Scope>
    version: number
    retired_at: Date | null
    changed_at: Date
    changed_by: string
  }
  'identity.role_assignment': {
    tenant_id: string
    id: string
    account_id: string
    role: string
    unit_id: string | null
    from_on: Day | null
    until_on: Day | null
    created_at: Date
    created_by: string
  }
  'identity.delegation': {
    tenant_id: string
    id: string
    from_account: string
    to_account: string
    assignment_ids: string[] | null
    from_on: Day
    until_on: Day
    created_at: Date
    created_by: string
    revoked_at: Date | null
    revoked_on: Day | null
    revoked_by: string | null
  }
  'identity.session': {
    tenant_id: string
    id: string
    account_id: string
    token_hash: string
    device: string
    address: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    ended_at: Date | null
  }
  'identity.sign_in_try': {
    tenant_id: string
    key: string
    failed_attempts: number
    locked_until: Date | null
    last_tried_at: Date
  }
  'identity.former_password': {
    tenant_id: string
    id: string
    account_id: string
    password_hash: string
    replaced_at: Date
  }
  'identity.second_factor': {
    tenant_id: string
    account_id: string
    sealed_secret: string | null
    confirmed_at: Date | null
    pending_secret: string | null
    last_step: number
  }
  'identity.recovery_code': {
    tenant_id: string
    account_id: string
    code_hash: string
    used_at: Date | null
  }
  'identity.sign_in_challenge': {
    tenant_id: string
    token_hash: string
    account_id: string
    proved: string
    expires_at: Date
  }
  'identity.account_change': {
    tenant_id: string
    id: string
    account_id: string
    kind: string
    roles: string[] | null
    password_hash: string | null
    asked_by: string
    asked_role: string
    asked_at: Date
    decision: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  'identity.api_token': {
    tenant_id: string
    id: string
    account_id: string
    name: string
    token_hash: string
    permissions: string[]
    created_at: Date
    expires_at: Date
    last_used_at: Date | null
    revoked_at: Date | null
  }
  'identity.external_identity': {
    tenant_id: string
    issuer: string
    subject: string
    account_id: string
    linked_at: Date
  }
  'identity.security_settings': {
    tenant_id: string
    settings: unknown
    changed_at: Date
    changed_by: string
  }
}

export const identityTables = (tx: Tx) => tx.withTables<IdentityTables>()

export interface NewRow {
  tenantId: string
  createdAt: Date
}
