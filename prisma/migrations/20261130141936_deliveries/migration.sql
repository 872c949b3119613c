-- An order in OneStock is a delivery of a Shopify order. What was sent before is each order's first delivery; its choice is not known.

-- AlterTable
ALTER TABLE "order_export" ADD COLUMN     "decided" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "held_since" TIMESTAMPTZ(3),
ADD COLUMN     "revisit_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "fulfillment_intent" ADD COLUMN     "delivery" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "order_promise" ADD COLUMN     "updated_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "order_delivery" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "onestock_order_id" TEXT NOT NULL,
    "choice" JSONB,
    "fulfillment_order_ids" TEXT[],
    "items" JSON NOT NULL DEFAULT '[]',
    "removed" JSON NOT NULL DEFAULT '[]',
    "sent" JSON NOT NULL DEFAULT '{}',
    "addressee" JSONB,
    "onestock_state" TEXT,
    "exported_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_delivery_pkey" PRIMARY KEY ("shop","order_id","number")
);

INSERT INTO "order_delivery" ("shop", "order_id", "number", "onestock_order_id", "fulfillment_order_ids", "items", "sent", "onestock_state", "exported_at")
SELECT "shop", "order_id", 1, "onestock_order_id", '{}', "items", "sent", "onestock_state", "exported_at"
FROM "order_export" WHERE "onestock_order_id" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "order_delivery_shop_onestock_order_id_key" ON "order_delivery"("shop", "onestock_order_id");

-- CreateIndex
CREATE INDEX "order_export_revisit_at_idx" ON "order_export"("revisit_at");

-- AddForeignKey
ALTER TABLE "order_delivery" ADD CONSTRAINT "order_delivery_shop_order_id_fkey" FOREIGN KEY ("shop", "order_id") REFERENCES "order_export"("shop", "order_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "order_export_shop_onestock_order_id_key";

-- AlterTable
ALTER TABLE "order_export" DROP COLUMN "items",
DROP COLUMN "onestock_order_id",
DROP COLUMN "onestock_state",
DROP COLUMN "sent";
