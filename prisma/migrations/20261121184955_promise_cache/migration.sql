-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "promise_life_seconds" INTEGER NOT NULL DEFAULT 300;

-- AlterTable
ALTER TABLE "callback" ADD COLUMN     "was_aborted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "promise_cache" (
    "key" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,
    "usable_until" TIMESTAMPTZ(3) NOT NULL,
    "options" JSON NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "promise_cache_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "promise_cache_usable_until_idx" ON "promise_cache"("usable_until");

-- CreateIndex
CREATE INDEX "promise_cache_shop_idx" ON "promise_cache"("shop");

