-- Roles, who holds them where and how long, and who stands in for whom (docs/decisions/0026).

-- What a city says of a role. A built-in role of the work has no row until the city changes it: it gives what the modules
-- of the release declare, so that a new permission reaches it. `basis` is the built-in role in whose place it stands: its
-- people are told what those of the basis are told.
create table identity.role (
  tenant_id uuid not null references platform.tenant (id),
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  basis text not null check (basis in ('officer', 'liaison', 'leader', 'statistician', 'auditor')),
  -- Null for a built-in role, whose names are in the catalogues.
  name_zh text check (name_zh <> ''),
  name_en text check (name_en <> ''),
  -- Permission → `any` or `own`.
  permissions jsonb not null check (jsonb_typeof(permissions) = 'object'),
  version integer not null check (version > 0),
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, key),
  check (key not in ('system-admin', 'security-admin', 'audit-admin')),
  check ((key in ('officer', 'liaison', 'leader', 'statistician', 'auditor')) = (name_zh is null)),
  check ((name_zh is null) = (name_en is null)),
  check (name_zh is not null or (key = basis and retired_at is null)),
  -- An administrator's permission is in no role of the work, whatever the command let through.
  check (not jsonb_path_exists(permissions,
    '$.keyvalue() ? (@.key starts with "identity." && @.key != "identity.delegate")'))
);

-- `roles` keeps the administrators' role only; those of the work are assignments.
alter table identity.account
  add column is_administrator boolean not null
    generated always as (roles && array['system-admin', 'security-admin', 'audit-admin']) stored;
alter table identity.account add constraint account_kind unique (tenant_id, id, is_administrator);

create table identity.role_assignment (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- A built-in role of the work or one of `identity.role`, which are never deleted.
  role text not null check (role not in ('system-admin', 'security-admin', 'audit-admin')),
  -- Where the role's scope `own` begins; null: the account's own unit, whichever that is. No foreign key, as in account.
  unit_id uuid,
  -- Whole days of the city; null: since always, for ever.
  from_on date,
  until_on date,
  created_at timestamptz not null,
  created_by uuid not null,
  -- With the key below: who holds a role of the work is no administrator, and the other way round.
  of_administrator boolean not null generated always as (false) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id, of_administrator)
    references identity.account (tenant_id, id, is_administrator),
  check (from_on <= until_on)
);
create index role_assignment_account on identity.role_assignment (tenant_id, account_id);
create index role_assignment_role on identity.role_assignment (tenant_id, role);

-- Whoever owns the tables may be subject to their policies, which show nothing outside a tenant.
alter table identity.account no force row level security;
insert into identity.role_assignment (tenant_id, id, account_id, role, created_at, created_by)
  select tenant_id, gen_random_uuid(), id, role, created_at, '00000000-0000-7000-8000-000000000000'
  from identity.account, unnest(roles) role
  where not is_administrator;
update identity.account set roles = '{}' where not is_administrator;
alter table identity.account force row level security;
alter table identity.account add constraint account_only_administrators
  check (roles <@ array['system-admin', 'security-admin', 'audit-admin']);

-- Somebody's roles in another's hands for some days. What is handed on are assignments of the giver, never what the giver
-- has been lent: there is nothing else that a row could name.
create table identity.delegation (
  tenant_id uuid not null,
  id uuid not null,
  from_account uuid not null,
  to_account uuid not null,
  -- Null: all that the giver holds.
  assignment_ids uuid[] check (cardinality(assignment_ids) > 0),
  from_on date not null,
  until_on date not null,
  created_at timestamptz not null,
  created_by uuid not null,
  revoked_at timestamptz,
  -- The city's day of it: the delegation is over from that moment.
  revoked_on date,
  revoked_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_account) references identity.account (tenant_id, id),
  foreign key (tenant_id, to_account) references identity.account (tenant_id, id),
  check (from_account <> to_account),
  -- Who sets it for somebody absent does not set it to themselves.
  check (created_by <> to_account),
  check (from_on <= until_on),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_on is null))
);
create index delegation_to on identity.delegation (tenant_id, to_account, until_on);
create index delegation_from on identity.delegation (tenant_id, from_account, until_on);

alter table identity.role enable row level security;
alter table identity.role force row level security;
create policy reads on identity.role for select using (tenant_id = platform.tenant_id());
create policy grants on identity.role for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('identity.grant-roles')));
create policy changes on identity.role for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('identity.grant-roles')));
create policy returns_to_declared on identity.role for delete
  using (tenant_id = platform.tenant_id() and (select platform.holds('identity.grant-roles')) and name_zh is null);
grant select, insert, delete on identity.role to quarterdeck_app;
grant update (name_zh, name_en, permissions, version, retired_at, changed_at, changed_by) on identity.role to quarterdeck_app;

alter table identity.role_assignment enable row level security;
alter table identity.role_assignment force row level security;
create policy reads on identity.role_assignment for select using (tenant_id = platform.tenant_id());
-- The security administrator, whoever confirms a change, the command line, and the single sign-on for its new accounts.
create policy grants on identity.role_assignment for insert
  with check (tenant_id = platform.tenant_id() and account_id is distinct from platform.actor_id() and (
    (select platform.holds('identity.grant-roles')) or (select platform.holds('identity.confirm-changes'))
    or (select platform.holds('identity.create-account'))
    or platform.actor_id() = '00000000-0000-0000-0000-000000000000'));
create policy takes_back on identity.role_assignment for delete
  using (tenant_id = platform.tenant_id()
    and ((select platform.holds('identity.grant-roles')) or (select platform.holds('identity.confirm-changes'))));
grant select, insert, delete on identity.role_assignment to quarterdeck_app;

-- Who may set and end a delegation of this account: its owner, the security administrator, a superior of its unit.
create function identity.may_delegate_for(account uuid) returns boolean
  language sql stable parallel safe
  return coalesce(platform.actor_id() = account, false)
    or platform.holds('identity.delegate')
    or exists (
      select from identity.account giver
      where giver.tenant_id = platform.tenant_id() and giver.id = account
        and platform.unit_visible(giver.unit_id, 'identity.delegate')
    );
grant execute on function identity.may_delegate_for(uuid) to quarterdeck_app;

alter table identity.delegation enable row level security;
alter table identity.delegation force row level security;
create policy reads on identity.delegation for select using (tenant_id = platform.tenant_id());
create policy hands_over on identity.delegation for insert
  with check (tenant_id = platform.tenant_id() and created_by = platform.actor_id()
    and identity.may_delegate_for(from_account));
create policy revokes on identity.delegation for update
  using (tenant_id = platform.tenant_id() and identity.may_delegate_for(from_account));
grant select, insert on identity.delegation to quarterdeck_app;
grant update (revoked_at, revoked_on, revoked_by) on identity.delegation to quarterdeck_app;
