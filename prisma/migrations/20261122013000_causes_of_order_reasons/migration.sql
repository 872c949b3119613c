-- AlterTable
ALTER TABLE "order_export" ADD COLUMN     "difference_causes" JSONB,
ADD COLUMN     "reason_causes" JSONB;

-- AlterTable
ALTER TABLE "fulfillment_intent" ADD COLUMN     "reason_causes" JSONB;
