-- The three separated administrators (GB/T 22239-2019, 8.1.4; docs/decisions/0025): whoever is one is nothing else.
alter table identity.account add constraint account_administrator_alone check (
  not (roles && array['system-admin', 'security-admin', 'audit-admin']) or cardinality(roles) = 1
);
grant update (name, unit_id, roles) on identity.account to quarterdeck_app;

-- What one administrator wants done to an administrator's account, until another one has looked at it.
create table identity.account_change (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('set-roles', 'reset-password', 'reset-second-factor', 'disable', 'enable')),
  roles text[],
  -- Of the password that comes into force with the confirmation; whoever asked has been shown it.
  password_hash text,
  asked_by uuid not null,
  asked_role text not null,
  asked_at timestamptz not null,
  decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id),
  check ((kind = 'set-roles') = (roles is not null)),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  -- Four eyes in the database as well.
  check (decision is distinct from 'confirmed' or (decided_by <> asked_by and decided_by <> account_id))
);
create unique index account_change_waiting on identity.account_change (tenant_id, account_id, kind)
  where decision is null;

alter table identity.account_change enable row level security;
alter table identity.account_change force row level security;
create policy tenant on identity.account_change
  using (tenant_id = platform.tenant_id() and platform.holds('identity.list-accounts'));
grant select, insert on identity.account_change to quarterdeck_app;
grant update (decision, decided_by, decided_at, password_hash) on identity.account_change to quarterdeck_app;
