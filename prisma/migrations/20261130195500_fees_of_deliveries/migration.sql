-- AlterTable
ALTER TABLE "order_delivery" ADD COLUMN     "fee_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];
