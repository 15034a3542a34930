create schema identity;
grant usage on schema identity to quarterdeck_app;

-- Who may sign in. `name` is a role title (浦东新区联络员): the journal names offices, not persons.
create table identity.account (
  tenant_id uuid not null references platform.tenant (id),
  id uuid not null,
  username text not null check (username = lower(username) and username <> ''),
  name text not null check (name <> ''),
  password_hash text not null,
  roles text[] not null check (cardinality(roles) > 0),
  -- A unit of the register; no foreign key, because units and identity stand on one layer.
  unit_id uuid,
  failed_attempts integer not null default 0 check (failed_attempts >= 0),
  locked_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, username)
);

-- One row per sign-in. The cookie's secret is not here: only its SHA-256.
create table identity.session (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- The day's end of the session, however busy it is.
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);
create index session_account on identity.session (tenant_id, account_id);

alter table identity.account enable row level security;
alter table identity.account force row level security;
create policy tenant on identity.account using (tenant_id = platform.tenant_id());
alter table identity.session enable row level security;
alter table identity.session force row level security;
create policy tenant on identity.session using (tenant_id = platform.tenant_id());

grant select, insert on identity.account, identity.session to quarterdeck_app;
grant update (password_hash, failed_attempts, locked_until) on identity.account to quarterdeck_app;
grant update (last_seen_at, ended_at) on identity.session to quarterdeck_app;
