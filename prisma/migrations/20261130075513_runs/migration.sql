-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "started_by" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "cursor" JSONB,
    "step" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "causes" JSONB NOT NULL DEFAULT '[]',
    "again" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_outcome" (
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "has_failed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "run_outcome_pkey" PRIMARY KEY ("run_id","number")
);

-- CreateTable
CREATE TABLE "read_endpoint" (
    "shop" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "endpoint" JSONB NOT NULL,

    CONSTRAINT "read_endpoint_pkey" PRIMARY KEY ("shop","run_id","endpoint_id")
);

-- CreateIndex
CREATE INDEX "run_shop_asked_at_idx" ON "run"("shop", "asked_at");

-- CreateIndex
CREATE INDEX "run_shop_kind_state_idx" ON "run"("shop", "kind", "state");

-- AddForeignKey
ALTER TABLE "run_outcome" ADD CONSTRAINT "run_outcome_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_endpoint" ADD CONSTRAINT "read_endpoint_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;


-- Of a kind, a shop has one run at most that is not over.
CREATE UNIQUE INDEX "run_live_idx" ON "run" ("shop", "kind") WHERE "state" IN ('waiting', 'running', 'paused', 'cancelling');

-- What ran before was seen a job at a time: the last end of each kind is kept.
CREATE FUNCTION pg_temp.run_kind(task text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE task WHEN 'mirror-endpoints' THEN 'mirror_stores' ELSE replace(task, '-', '_') END
$$;
INSERT INTO "run" ("shop", "kind", "state", "started_by", "causes", "asked_at", "started_at", "finished_at")
SELECT DISTINCT ON ("shop", "task", "state") "shop", pg_temp.run_kind("task"), "state", 'schedule',
  CASE WHEN "reason" IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('code', "reason")) END,
  "started_at", "started_at", "finished_at"
FROM "job_run" WHERE "state" IN ('done', 'failed')
ORDER BY "shop", "task", "state", "started_at" DESC;
DROP TABLE "job_run";

-- Jobs that wait become runs, which are given their job within minutes. A new database has no queue yet.
DO $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  INSERT INTO "run" ("shop", "kind", "started_by", "asked_at")
  SELECT DISTINCT kept.payload ->> 'shop', pg_temp.run_kind(job.task_identifier), 'event', now()
  FROM graphile_worker.jobs AS job JOIN graphile_worker._private_jobs AS kept USING (id)
  WHERE job.task_identifier IN ('prepare-shop', 'mirror-endpoints', 'check-account', 'ensure-webhook', 'rotate-webhook-key', 'sweep-orders')
    AND kept.payload ->> 'shop' IS NOT NULL;
  DELETE FROM graphile_worker._private_jobs AS kept USING graphile_worker.jobs AS job
  WHERE job.id = kept.id
    AND job.task_identifier IN ('prepare-shop', 'mirror-endpoints', 'check-account', 'ensure-webhook', 'rotate-webhook-key', 'sweep-orders');
END $$;
