-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "order_settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "orders_swept_to" TIMESTAMPTZ(3),
ADD COLUMN     "syncs_orders_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "onestock_connection" ADD COLUMN     "webhook_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "webhook_id" TEXT,
ADD COLUMN     "webhook_keys" TEXT,
ADD COLUMN     "webhook_token" TEXT,
ADD COLUMN     "webhook_token_hash" TEXT;

-- CreateTable
CREATE TABLE "order_export" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "onestock_order_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "items" JSON NOT NULL DEFAULT '[]',
    "sent" JSON NOT NULL DEFAULT '{}',
    "onestock_state" TEXT,
    "difference" TEXT,
    "exported_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "compared_at" TIMESTAMPTZ(3),
    "compare_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_export_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "fulfillment_intent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "parcel_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "lines" JSON NOT NULL,
    "tracking" JSON NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'intended',
    "reason" TEXT,
    "fulfillment_id" TEXT,
    "intended_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "fulfillment_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSON NOT NULL DEFAULT '{}',
    "key" TEXT NOT NULL,

    CONSTRAINT "order_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_export_shop_created_at_idx" ON "order_export"("shop", "created_at");

-- CreateIndex
CREATE INDEX "order_export_compare_at_idx" ON "order_export"("compare_at");

-- CreateIndex
CREATE INDEX "order_export_state_idx" ON "order_export"("state");

-- CreateIndex
CREATE UNIQUE INDEX "order_export_shop_onestock_order_id_key" ON "order_export"("shop", "onestock_order_id");

-- CreateIndex
CREATE UNIQUE INDEX "fulfillment_intent_shop_order_id_parcel_id_location_id_key" ON "fulfillment_intent"("shop", "order_id", "parcel_id", "location_id");

-- CreateIndex
CREATE INDEX "order_note_shop_order_id_at_idx" ON "order_note"("shop", "order_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "order_note_shop_order_id_key_key" ON "order_note"("shop", "order_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "onestock_connection_webhook_token_hash_key" ON "onestock_connection"("webhook_token_hash");

