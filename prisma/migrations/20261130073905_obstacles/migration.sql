-- CreateTable
CREATE TABLE "obstacle" (
    "shop" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "causes" JSONB NOT NULL,
    "severity" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "remedies" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "obstacle_pkey" PRIMARY KEY ("shop","subject_kind","subject_id","source")
);

