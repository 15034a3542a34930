-- Time-based one-time passwords (RFC 6238). The secret is sealed with a key that is not in the database.
create table identity.second_factor (
  tenant_id uuid not null,
  account_id uuid not null,
  sealed_secret text,
  confirmed_at timestamptz,
  -- A secret that was shown but no code of it has come back yet; the one in force stays until then.
  pending_secret text,
  -- The newest 30 seconds whose code was used: no code opens twice.
  last_step bigint not null default 0,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id),
  check ((sealed_secret is null) = (confirmed_at is null))
);

-- Ten codes for the day the phone is lost, each good for one sign-in; only keyed hashes are kept.
create table identity.recovery_code (
  tenant_id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (tenant_id, account_id, code_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);

-- Between the right password and the right code: who has shown the first, for a few minutes.
create table identity.sign_in_challenge (
  tenant_id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  -- What was proved already: `password`, `oidc`.
  proved text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);
create index sign_in_challenge_age on identity.sign_in_challenge (tenant_id, expires_at);

alter table identity.second_factor enable row level security;
alter table identity.second_factor force row level security;
create policy tenant on identity.second_factor
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));
alter table identity.recovery_code enable row level security;
alter table identity.recovery_code force row level security;
create policy tenant on identity.recovery_code
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));
alter table identity.sign_in_challenge enable row level security;
alter table identity.sign_in_challenge force row level security;
create policy tenant on identity.sign_in_challenge
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));

grant select, insert, update, delete on identity.second_factor, identity.recovery_code to quarterdeck_app;
grant select, insert, delete on identity.sign_in_challenge to quarterdeck_app;
