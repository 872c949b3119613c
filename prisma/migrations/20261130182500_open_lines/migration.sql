-- AlterTable
ALTER TABLE "order_export" ADD COLUMN     "open_lines" TEXT[] DEFAULT ARRAY[]::TEXT[];
