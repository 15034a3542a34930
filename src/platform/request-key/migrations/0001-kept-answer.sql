create schema request_key;

-- What a request under a key has done (Idempotency-Key, IETF draft-ietf-httpapi-idempotency-key-header): the row is
-- written in the transaction of the write itself, so that it stands if and only if the write does; the answer follows.
-- Kept for a day.
create table request_key.kept_answer (
  tenant_id uuid not null references platform.tenant (id),
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 128),
  -- SHA-256 of method, address and body: the same key with something else is a mistake of the sender.
  fingerprint text not null,
  -- Whose transaction took the key: a request may journal twice, another one may not.
  request_id uuid not null,
  at timestamptz not null,
  -- Null until the answer went out, and for answers that carry a secret.
  status integer,
  answer text,
  primary key (tenant_id, actor_id, key)
);
create index kept_answer_at on request_key.kept_answer (tenant_id, at);

alter table request_key.kept_answer enable row level security;
alter table request_key.kept_answer force row level security;
create policy tenant on request_key.kept_answer using (tenant_id = platform.tenant_id());

grant usage on schema request_key to quarterdeck_app;
grant select, insert, update, delete on request_key.kept_answer to quarterdeck_app;
