-- AlterTable
ALTER TABLE "problem" ADD COLUMN     "cause" JSONB;
