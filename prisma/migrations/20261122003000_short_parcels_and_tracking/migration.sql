-- What a parcel lacked when it was fulfilled, and tracking that was sent on since.
ALTER TABLE "fulfillment_intent" ADD COLUMN "missing" JSON NOT NULL DEFAULT '[]',
ADD COLUMN "asked_tracking" JSON NOT NULL DEFAULT '[]';
