-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "configuration_saved_at" TIMESTAMPTZ(3),
ADD COLUMN     "configuration_version" INTEGER NOT NULL DEFAULT 1;
