ALTER TABLE "shop" ADD COLUMN     "sync_moment" TEXT NOT NULL DEFAULT 'created',
ADD COLUMN     "syncs_orders" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "onestock_connection" ADD COLUMN     "sales_channels" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "delivery_option" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "shop_text" (
    "shop" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "shop_text_pkey" PRIMARY KEY ("shop","language","key")
);

CREATE TABLE "ruleset_mapping" (
    "shop" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "ruleset_chaining_id" TEXT NOT NULL,

    CONSTRAINT "ruleset_mapping_pkey" PRIMARY KEY ("shop","source","key")
);

CREATE TABLE "location_mapping" (
    "shop" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,

    CONSTRAINT "location_mapping_pkey" PRIMARY KEY ("shop","location_id")
);

CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shop" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'running',
    "reason" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "job_run_shop_started_at_idx" ON "job_run"("shop", "started_at");
CREATE INDEX "job_run_started_at_idx" ON "job_run"("started_at");

ALTER TABLE "shop_text" ADD CONSTRAINT "shop_text_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ruleset_mapping" ADD CONSTRAINT "ruleset_mapping_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "location_mapping" ADD CONSTRAINT "location_mapping_shop_fkey" FOREIGN KEY ("shop") REFERENCES "shop"("domain") ON DELETE CASCADE ON UPDATE CASCADE;
