-- AlterTable
ALTER TABLE "inbox_event" ADD COLUMN     "reason_code" TEXT;

-- AlterTable
ALTER TABLE "order_promise" ADD COLUMN     "reason_code" TEXT;
