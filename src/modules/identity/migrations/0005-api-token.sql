-- For programs that act for a person: a part of the person's permissions, for a time. The secret is shown once; the
-- row keeps its SHA-256.
create table identity.api_token (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (name <> ''),
  token_hash text not null,
  permissions text[] not null check (cardinality(permissions) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);
create index api_token_account on identity.api_token (tenant_id, account_id);

alter table identity.api_token enable row level security;
alter table identity.api_token force row level security;
create policy tenant on identity.api_token
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));
grant select, insert on identity.api_token to quarterdeck_app;
grant update (last_used_at, revoked_at) on identity.api_token to quarterdeck_app;
