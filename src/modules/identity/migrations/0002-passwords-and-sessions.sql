-- Roles are granted by another administrator than the one who makes the account: it begins without any.
alter table identity.account drop constraint account_roles_check;
-- Until now tries were counted with the account, so that only names that exist could be locked, which told them apart.
alter table identity.account
  drop column failed_attempts,
  drop column locked_until,
  -- Passwords that are there already age from this migration on.
  add column password_set_at timestamptz not null default now(),
  add column must_change_password boolean not null default false,
  add column disabled_at timestamptz;
alter table identity.account alter column password_set_at drop default;
grant update (password_set_at, must_change_password, disabled_at) on identity.account to quarterdeck_app;

-- Wrong tries by username and by address. `key` is keyed by the installation's secret: people type passwords into
-- the wrong field, and a name that does not exist is counted like one that does.
create table identity.sign_in_try (
  tenant_id uuid not null references platform.tenant (id),
  key text not null,
  failed_attempts integer not null check (failed_attempts >= 0),
  locked_until timestamptz,
  last_tried_at timestamptz not null,
  primary key (tenant_id, key)
);
create index sign_in_try_age on identity.sign_in_try (tenant_id, last_tried_at);

-- The passwords before the present one, as hashes, so that none comes back at once.
create table identity.former_password (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  password_hash text not null,
  replaced_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);
create index former_password_account on identity.former_password (tenant_id, account_id, replaced_at);

-- What the security administrator has set; without a row the defaults of the module hold.
create table identity.security_settings (
  tenant_id uuid primary key references platform.tenant (id),
  settings jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);

-- For the list of one's own sessions: browser and system in two words, the address without its last part.
alter table identity.session
  add column device text not null default '',
  add column address text not null default '';

alter table identity.sign_in_try enable row level security;
alter table identity.sign_in_try force row level security;
create policy tenant on identity.sign_in_try using (tenant_id = platform.tenant_id());
alter table identity.security_settings enable row level security;
alter table identity.security_settings force row level security;
create policy tenant on identity.security_settings using (tenant_id = platform.tenant_id());

-- Whose secrets a transaction may see: the person's own, all where somebody signs in and nobody is known yet
-- (src/platform/http/nobody.ts), and all for whoever looks after the security of accounts.
create function identity.may_see(account uuid) returns boolean
  language sql stable parallel safe
  return coalesce(
    platform.actor_id() = account
      or platform.actor_id() = '00000000-0000-0000-0000-000000000000'
      or platform.holds('identity.secure-accounts')
      or platform.holds('identity.manage-accounts'),
    false
  );
grant execute on function identity.may_see(uuid) to quarterdeck_app;

alter table identity.former_password enable row level security;
alter table identity.former_password force row level security;
create policy tenant on identity.former_password
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));
-- Sessions were hidden from other tenants only; now also from other people.
drop policy tenant on identity.session;
create policy tenant on identity.session
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));

grant select, insert, update, delete on identity.sign_in_try to quarterdeck_app;
grant select, insert, delete on identity.former_password to quarterdeck_app;
grant select, insert, update on identity.security_settings to quarterdeck_app;
