import { PrismaPg } from '@prisma/migrate-adapter-pg';
import { defineConfig } from 'prisma/config';

// The JS engine and an adapter keep Prisma from downloading its schema engine, for `generate` and `migrate deploy` alike.
// Migrations need the adapter's version 7: 6.19's lacks the column type `name`.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () =>
    new PrismaPg({ connectionString: process.env.DATABASE_URL ?? '', allowExitOnIdle: true }),
});
